package io.bosett.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.factory.Stores;
import io.bosett.store.sqlite.SqliteFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process that writes is killed at random moments; what it had acknowledged is there. This is the
 * store alone; {@code io.bosett.faults} kills the whole service.
 */
@Tag("slow")
final class CrashTest {
  private static final int KILLS = 50;
  private static final int MOST_WORDS = 200;
  private static final int LONGEST_MILLIS = 50;
  private static final long SEED = Long.getLong("bosett.seed", 20_180_101L);

  @TempDir Path folder;
  private final Set<String> submitted = new HashSet<>();
  private final Set<String> ended = new HashSet<>();

  private static long kills() {
    double share = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
    return Math.max(2, Math.round(KILLS * share));
  }

  private Process start() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            CrashingWriter.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void what_was_acknowledged_survives_kills_at_random_moments() throws Exception {
    Random random = new Random(SEED);
    for (long kill = 0; kill < kills(); kill++) {
      killAfter(20 + random.nextInt(MOST_WORDS), random.nextInt(LONGEST_MILLIS));
      new SqliteFile(folder.resolve("bosett.db")).verify();
      try (Store store = Stores.embedded(folder, Clock.systemUTC())) {
        assertThat(missing(store)).as("seed %d, kill %d", SEED, kill).isEmpty();
        store.allocations().releaseAll("nobody");
        assertThat(store.allocations().counts()).containsEntry(JobState.RUNNING, 0);
      }
    }
    assertThat(ended).as("what was killed had done something").hasSizeGreaterThan(20);
  }

  /** Lets a process say so many words and go on for a moment, and kills it. */
  private void killAfter(int words, int millis) throws IOException, InterruptedException {
    Process process = start();
    try (BufferedReader said = process.inputReader(StandardCharsets.US_ASCII)) {
      for (int i = 0; i < words; i++) {
        note(said.readLine());
      }
      Thread.sleep(millis);
      process.toHandle().destroyForcibly();
      said.lines().forEach(this::note);
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(process.exitValue()).as("killed, not failed").isEqualTo(128 + 9);
  }

  private void note(String line) {
    String[] words = String.valueOf(line).split(" ");
    if (words.length == 3) {
      (words[0].equals("S") ? submitted : ended).add(words[1]);
    }
  }

  private List<String> missing(Store store) {
    List<String> missing = new ArrayList<>();
    Map<String, KeptJob> found = new HashMap<>();
    List<String> all = Stream.concat(submitted.stream(), ended.stream()).distinct().toList();
    store.allocations().find(all).forEach(one -> found.put(one.id(), one));
    for (String id : all) {
      if (!found.containsKey(id) || store.allocations().scenario(id).isEmpty()) {
        missing.add(id);
      }
    }
    for (String id : ended) {
      byte[] expected = CrashingWriter.resultOf(id).getBytes(StandardCharsets.UTF_8);
      boolean same =
          store.allocations().result(id).filter(r -> Arrays.equals(r, expected)).isPresent();
      if (!same || found.get(id).state() != JobState.SUCCEEDED) {
        missing.add("result of " + id);
      }
    }
    return missing;
  }

  @Test
  void another_process_is_kept_out_and_named_and_a_copy_can_be_made_meanwhile() throws Exception {
    Process process = start();
    try (BufferedReader said = process.inputReader(StandardCharsets.US_ASCII)) {
      note(said.readLine());
      assertThatThrownBy(() -> Stores.embedded(folder, Clock.systemUTC()))
          .isInstanceOf(FolderInUseException.class)
          .hasMessageContaining("process " + process.pid());
      Path copy = folder.resolve("copy.db");
      Stores.backup(folder, copy);
      Path other = folder.resolve("other");
      Stores.restore(copy, other, false);
      try (Store store = Stores.embedded(other, Clock.systemUTC())) {
        assertThat(missing(store)).isEmpty();
      }
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
