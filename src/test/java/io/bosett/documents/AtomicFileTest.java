package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void a_file_is_written_and_replaced() throws IOException {
    Path file = folder.resolve("out.txt");
    AtomicFile.write(file, out -> out.write('a'));
    AtomicFile.write(file, out -> out.write('b'));
    assertThat(file).hasContent("b");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  @Test
  void a_failure_leaves_the_old_file_and_nothing_else() throws IOException {
    Path file = folder.resolve("out.txt");
    Files.writeString(file, "old");
    assertThatThrownBy(
            () ->
                AtomicFile.write(
                    file,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("disk full");
                    }))
        .hasMessage("disk full");
    assertThat(file).hasContent("old");
    assertThat(filesInFolder()).isEqualTo(1);
  }

  @Test
  void a_link_stays_a_link() throws IOException {
    Path file = Files.writeString(folder.resolve("real.txt"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), file);
    AtomicFile.write(link, out -> out.write('n'));
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("n");
  }

  @Test
  void a_folder_is_refused_and_a_missing_one_named() {
    assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write('a')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(folder.toString());
    Path file = folder.resolve("none").resolve("out.txt");
    assertThatThrownBy(() -> AtomicFile.write(file, out -> out.write('a')))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("none");
  }
}
