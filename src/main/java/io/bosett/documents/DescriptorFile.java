package io.bosett.documents;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A descriptor of this process as something to write to. Standard output and error are written to
 * as they are. Any other can only be opened anew, at the beginning of what is behind it: harmless
 * for a pipe, and for a file that is open for appending. Nothing that the process itself has open
 * for reading, such as the files of the virtual machine, is opened.
 */
record DescriptorFile(Path path, int number) {
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;
  private static final int ACCESS_MODE = 3;
  private static final int APPEND = 02000;

  /** Opens it; to be flushed, and closed only when it is none of the standard ones. */
  OutputStream open() throws IOException {
    if (number == STANDARD_OUTPUT) {
      return new FileOutputStream(FileDescriptor.out);
    } else if (number == STANDARD_ERROR) {
      return new FileOutputStream(FileDescriptor.err);
    }
    int flags = flags();
    if ((flags & ACCESS_MODE) == 0) {
      throw refused("the descriptor is not open for writing");
    } else if (Files.isDirectory(path) || (Files.isRegularFile(path) && (flags & APPEND) == 0)) {
      throw refused(
          "the descriptor is of a file that is not open for appending; expected the file's own"
              + " name");
    }
    return Files.newOutputStream(path, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
  }

  boolean isStandard() {
    return number == STANDARD_OUTPUT || number == STANDARD_ERROR;
  }

  /** What the kernel says about how it was opened. */
  private int flags() throws IOException {
    Path told = Path.of("/proc/self/fdinfo", Integer.toString(number));
    if (!Files.exists(told)) {
      throw refused("there is no such descriptor");
    }
    for (String line : Files.readAllLines(told)) {
      if (line.startsWith("flags:")) {
        return (int) Long.parseLong(line.substring("flags:".length()).strip(), 8);
      }
    }
    throw refused("nothing is known of the descriptor");
  }

  private FileSystemException refused(String why) {
    return new FileSystemException(path.toString(), null, why);
  }
}
