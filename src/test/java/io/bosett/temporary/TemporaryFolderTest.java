package io.bosett.temporary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporaryFolderTest {
  @TempDir private Path place;

  /** Makes a folder with a file in it, says where, and waits. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] arguments) throws Exception {
      Path folder = TemporaryFolder.make("test").path();
      Files.writeString(folder.resolve("library.so"), "native");
      System.out.println(folder);
      System.in.read();
    }
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + place,
            Holder.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static Path folderOf(Process process) throws IOException {
    BufferedReader out = process.inputReader();
    return Path.of("" + out.readLine());
  }

  @Test
  void what_a_killed_process_left_is_swept_and_what_a_living_one_uses_is_not() throws Exception {
    Process living = start();
    Process dead = start();
    try {
      Path used = folderOf(living);
      Path left = folderOf(dead);
      assertThat(left.resolve("library.so")).exists();
      dead.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
      Leftovers.sweep(place);
      assertThat(left).doesNotExist();
      assertThat(TemporaryFolder.lockOf(left)).doesNotExist();
      assertThat(used.resolve("library.so")).exists();
      Leftovers.sweep(place);
      assertThat(used.resolve("library.so")).exists();
    } finally {
      living.destroyForcibly();
      dead.destroyForcibly();
    }
  }

  /** The next process to be started sweeps before it makes its own. */
  @Test
  void the_next_process_sweeps() throws Exception {
    Process dead = start();
    Path left = folderOf(dead);
    dead.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    Process next = start();
    try {
      assertThat(folderOf(next)).exists();
      assertThat(left).doesNotExist();
    } finally {
      next.destroyForcibly();
    }
  }

  @Test
  void a_folder_stays_while_one_of_those_who_share_it_lives() throws Exception {
    Process maker = start();
    Path folder = folderOf(maker);
    TemporaryFolder shared = TemporaryFolder.join(folder);
    TemporaryFolder.OWN.add(TemporaryFolder.lockOf(folder));
    maker.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
    Process next = start();
    try {
      assertThat(folderOf(next)).exists();
      assertThat(folder).exists();
      shared.delete();
      assertThat(folder).doesNotExist();
      assertThat(TemporaryFolder.lockOf(folder)).doesNotExist();
    } finally {
      next.destroyForcibly();
    }
  }

  @Test
  void links_and_what_has_another_name_or_no_lock_are_left_alone() throws IOException {
    Path victim = Files.createDirectory(place.resolve("victim"));
    Files.writeString(victim.resolve("precious"), "");
    Path link = Files.createSymbolicLink(place.resolve("bosett-test-0123456789abcdef"), victim);
    Files.createFile(TemporaryFolder.lockOf(link));
    Path unlocked = Files.createDirectory(place.resolve("bosett-test-0000000000000000"));
    Path other = Files.createFile(place.resolve("bosett-other.lock"));
    Leftovers.sweep(place);
    assertThat(victim.resolve("precious")).exists();
    assertThat(unlocked).exists();
    assertThat(other).exists();
  }
}
