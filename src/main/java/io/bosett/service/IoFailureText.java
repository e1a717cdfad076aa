package io.bosett.service;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Turns I/O exceptions into messages for people. */
public final class IoFailureText {
  private IoFailureText() {}

  /** The message, without the file's name where the kind of the exception says enough. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file or folder";
    } else if (e instanceof AccessDeniedException) {
      return "access is denied";
    } else if (e instanceof CharacterCodingException) {
      return "is no text in UTF-8";
    } else if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    } else if (e instanceof FileAlreadyExistsException) {
      return "is there already";
    } else if (e instanceof NotDirectoryException) {
      return "is not a folder";
    } else if (e instanceof DirectoryNotEmptyException) {
      return "is a folder that is not empty";
    } else if (e instanceof FileSystemLoopException) {
      return "its links lead in a circle";
    }
    return String.valueOf(e.getMessage());
  }
}
