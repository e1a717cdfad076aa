package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir Path folder;

  private long filesInFolder() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  private static AtomicFile.Content text(String text) {
    return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
  }

  private static void failing(OutputStream out) throws IOException {
    out.write(new byte[100_000]);
    throw new IOException("disk full");
  }

  @Test
  void a_file_is_written_and_replaced() throws IOException {
    Path file = folder.resolve("out.txt");
    AtomicFile.write(file, text("a"));
    AtomicFile.write(file, text("b"));
    assertThat(file).hasContent("b");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  @Test
  void a_failure_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = folder.resolve("out.txt");
    Files.writeString(file, "old");
    assertThatThrownBy(() -> AtomicFile.write(file, AtomicFileTest::failing))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  @Test
  void a_link_stays_a_link_and_is_written_through() throws IOException {
    Path file = Files.writeString(folder.resolve("real.txt"), "old and longer");
    Object identity = Files.getAttribute(file, "unix:ino");
    Path near = Files.createSymbolicLink(folder.resolve("near"), Path.of("real.txt"));
    Path far = Files.createSymbolicLink(folder.resolve("far"), near);
    AtomicFile.write(far, text("n"));
    assertThat(far).isSymbolicLink();
    assertThat(near).isSymbolicLink();
    assertThat(file).hasContent("n");
    assertThat(Files.getAttribute(file, "unix:ino")).isEqualTo(identity);
    assertThat(filesInFolder()).isEqualTo(3);
  }

  @Test
  void behind_a_link_a_failure_of_the_content_leaves_the_old_file() throws IOException {
    Path file = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(() -> AtomicFile.write(link, AtomicFileTest::failing))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(filesInFolder()).isEqualTo(2);
  }

  @Test
  void a_link_to_nothing_yet_stays_and_what_it_names_is_made() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("missing.txt"));
    AtomicFile.write(link, text("n"));
    assertThat(link).isSymbolicLink().hasContent("n");
    assertThat(folder.resolve("missing.txt")).isRegularFile();
  }

  @Test
  void a_link_to_itself_is_refused_by_its_name() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("link"));
    assertThatThrownBy(() -> AtomicFile.write(link, text("n")))
        .isInstanceOf(IOException.class)
        .hasMessage(link + ": its links lead in a circle");
    assertThat(link).isSymbolicLink();
  }

  @Test
  void further_hard_links_are_kept_and_see_the_new_content() throws IOException {
    Path file = Files.writeString(folder.resolve("out.txt"), "old and longer");
    Path other = Files.createLink(folder.resolve("other.txt"), file);
    AtomicFile.write(file, text("new"));
    assertThat(other).hasContent("new");
    assertThat(Files.isSameFile(file, other)).isTrue();
    assertThat(filesInFolder()).isEqualTo(2);
  }

  @Test
  void the_mode_of_a_file_is_kept() throws IOException {
    for (String mode : new String[] {"rw-------", "rw-rw-rw-", "rwxr-xr--"}) {
      Path file = Files.writeString(folder.resolve(mode), "old");
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
      AtomicFile.write(file, text("new"));
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo(mode);
      assertThat(file).hasContent("new");
    }
  }

  @Test
  void the_longest_names_work() throws IOException {
    for (String name : new String[] {"n".repeat(255), "å".repeat(127)}) {
      Path file = folder.resolve(name);
      AtomicFile.write(file, text("new"));
      AtomicFile.write(file, text("newer"));
      assertThat(file).hasContent("newer");
    }
    assertThat(filesInFolder()).isEqualTo(2);
  }

  @Test
  void a_pipe_is_written_to_and_stays_one_also_behind_a_link() throws Exception {
    Path pipe = folder.resolve("pipe");
    assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
    Path link = Files.createSymbolicLink(folder.resolve("link"), pipe);
    for (Path given : new Path[] {pipe, link}) {
      CompletableFuture<String> read =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return Files.readString(pipe);
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
      AtomicFile.write(given, text("through"));
      assertThat(read.get(20, TimeUnit.SECONDS)).isEqualTo("through");
      assertThat(Files.isRegularFile(pipe)).isFalse();
    }
    assertThat(link).isSymbolicLink();
    assertThat(filesInFolder()).isEqualTo(2);
  }

  @Test
  void a_file_is_not_replaced_for_a_store_unless_it_is_plain_and_given_by_its_own_name()
      throws IOException {
    Path file = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    assertThatThrownBy(
            () -> AtomicFile.replace(link, partial -> Files.writeString(partial, "n"), Files::move))
        .hasMessageContaining(link.toString())
        .hasMessageContaining("plain file");
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("old");
  }

  @Test
  void a_folder_is_refused_and_a_missing_one_named() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder);
    for (Path given : new Path[] {folder, link, Path.of("/"), folder.resolve("."), Path.of("")}) {
      assertThatThrownBy(() -> AtomicFile.write(given, text("a")))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(given.toString())
          .hasMessageContaining("is a folder");
    }
    Path file = folder.resolve("none").resolve("out.txt");
    assertThatThrownBy(() -> AtomicFile.write(file, text("a")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("no such file or folder");
    Path below = Files.writeString(folder.resolve("file"), "").resolve("out.txt");
    assertThatThrownBy(() -> AtomicFile.write(below, text("a")))
        .hasMessageContaining(below.toString())
        .hasMessageNotContaining(".part");
  }

  @Test
  void two_names_of_one_place_are_the_same() throws IOException {
    Path file = folder.resolve("out.txt");
    Path linked = Files.createSymbolicLink(folder.resolve("here"), folder).resolve("out.txt");
    assertThat(AtomicFile.isSame(file, linked)).isTrue();
    assertThat(AtomicFile.isSame(file, folder.resolve("other"))).isFalse();
    Files.writeString(file, "");
    assertThat(AtomicFile.isSame(file, Files.createLink(folder.resolve("hard"), file))).isTrue();
    assertThat(AtomicFile.isSame(file, Files.createSymbolicLink(folder.resolve("soft"), file)))
        .isTrue();
  }
}
