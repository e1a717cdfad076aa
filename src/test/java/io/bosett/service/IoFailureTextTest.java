package io.bosett.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Failures whose only message is the file's name say what is wrong with it. */
final class IoFailureTextTest {
  @TempDir private Path folder;

  @Test
  void what_the_kind_of_a_failure_says_is_told_and_the_name_not_repeated() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("link"));
    assertThat(text(() -> Files.createFile(file))).isEqualTo("is there already");
    assertThat(IoFailureText.of(new NotDirectoryException(file.toString())))
        .isEqualTo("is not a folder");
    assertThat(text(() -> Files.delete(folder))).isEqualTo("is a folder that is not empty");
    assertThat(text(() -> Files.size(folder.resolve("none"))))
        .isEqualTo("there is no such file or folder");
    assertThat(text(() -> Files.size(link))).doesNotContain(link.toString());
    assertThat(IoFailureText.of(new FileSystemLoopException(link.toString())))
        .isEqualTo("its links lead in a circle");
  }

  private static String text(ThrowingCallable action) {
    return IoFailureText.of(catchThrowableOfType(IOException.class, action));
  }
}
