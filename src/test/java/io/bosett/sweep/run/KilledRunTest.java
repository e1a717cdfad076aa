package io.bosett.sweep.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.service.SweepLoader;
import io.bosett.sweep.Sweeps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are killed at random moments, and gone on with by the same command. */
@Tag("slow")
final class KilledRunTest {
  private static final double SHARE = Double.parseDouble(System.getProperty("bosett.cases", "0.1"));
  private static final long SEED = 20_180_101L;
  private static final int KILLS = 10;
  private static final int PARTS = 60;

  /** Exit code of a process that SIGKILL has ended. */
  private static final int KILLED = 128 + 9;

  /** Limit on the kills that come after the end of their run. */
  private static final int LATE = 20;

  private static final String SWEEP =
      """
      {"scenario": "three-places.json",
       "draws": {"count": %d, "seed": 1, "axes": [
         {"name": "demand", "at": "/demand/persons", "between": [1, 40]},
         {"name": "weight", "at": "/criteria/0/weight", "normal": {"mean": 2, "deviation": 1}}]}}
      """;

  @TempDir private Path folder;

  private Process start(Path sweep, Path out) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.bosett.cli.Main",
            "sweep",
            "run",
            sweep.toString(),
            "--threads",
            "2",
            "--out",
            out.toString())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("output").toFile())
        .start();
  }

  private static long files(Path out) throws IOException {
    if (!Files.isDirectory(out)) {
      return 0;
    }
    try (Stream<Path> files = Files.walk(out)) {
      return files.count();
    }
  }

  /** Kills the process a random moment after it has written a random number of files. */
  private void kill(Process run, Path out, int most, Random random) throws Exception {
    long until = files(out) + random.nextInt(most);
    while (run.isAlive() && files(out) < until) {
      run.waitFor(1, TimeUnit.MILLISECONDS);
    }
    run.waitFor(random.nextInt(50), TimeUnit.MILLISECONDS);
    run.destroyForcibly().waitFor();
  }

  @Test
  void kills_at_random_moments_leave_the_same_bytes() throws Exception {
    Files.copy(
        Path.of("models", "small", "three-places.json"), folder.resolve("three-places.json"));
    Path file = folder.resolve("sweep.json");
    Files.writeString(file, SWEEP.formatted(PARTS * 1_000));
    isTheSameAfterKills(file, PARTS, (int) Math.max(3, Math.round(KILLS * SHARE)));
  }

  /** 20,000 points and ten kills with {@code -Dbosett.cases=1.0}. */
  @Test
  void kills_of_a_sweep_over_the_real_figures_leave_the_same_bytes() throws Exception {
    int parts = (int) Math.max(4, Math.round(20 * SHARE));
    Path letter = Path.of("models", "norway-2018", "letter.json").toAbsolutePath();
    String weights = Files.readString(Path.of("models", "sweeps", "weights.json"));
    Path file = folder.resolve("sweep.json");
    Files.writeString(
        file,
        weights
            .replaceAll("\"count\": \\d+", "\"count\": " + parts * 1_000)
            .replaceAll("\"scenario\": \"[^\"]*\"", "\"scenario\": \"" + letter + "\""));
    isTheSameAfterKills(file, parts, (int) Math.max(2, Math.round(KILLS * SHARE)));
  }

  /** A run that was whole before its kill came is begun anew, and so are its kills. */
  private static void clear(Path out) throws IOException {
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private void isTheSameAfterKills(Path file, int parts, int kills) throws Exception {
    Path out = folder.resolve("killed");
    Random random = new Random(SEED);
    int killed = 0;
    int late = 0;
    while (killed < kills && late < LATE) {
      Process run = start(file, out);
      kill(run, out, Math.max(1, parts / kills), random);
      if (run.exitValue() == KILLED) {
        killed++;
      } else {
        assertThat(run.exitValue()).as(() -> "output: " + folder.resolve("output")).isZero();
        late++;
        killed = 0;
        clear(out);
      }
    }
    System.out.printf(
        Locale.ROOT, "%d kills hit a running process, %d came too late%n", killed, late);
    assertThat(killed).as("kills that hit a running process, seed %d", SEED).isEqualTo(kills);
    assertThat(start(file, out).waitFor()).as(() -> "output: " + folder.resolve("output")).isZero();
    Sweep sweep = SweepLoader.ofFile(file, null);
    Path whole = folder.resolve("whole");
    SweepRunTest.run(sweep, whole, 1, new SweepRunTest.Ear());
    assertThat(Sweeps.hashes(out.resolve("points")))
        .isEqualTo(Sweeps.hashes(whole.resolve("points")))
        .hasSize(parts);
    assertThat(Sweeps.hashes(out.resolve("summary")))
        .isEqualTo(Sweeps.hashes(whole.resolve("summary")));
  }
}
