package io.bosett.solve.ortools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.program.form.RandomPrograms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a whole process shows to the outside. */
@Tag("slow")
final class ProcessTest {
  @TempDir Path folder;

  @Test
  @Timeout(120)
  void a_child_ends_with_its_parent_in_the_midst_of_a_solve() throws Exception {
    long child = Long.parseLong(firstLineOf(Doomed.class));
    ProcessHandle.of(child)
        .ifPresent(handle -> handle.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive)).isEmpty();
    becomesEmpty();
  }

  /** A child notices the end of its parent by itself, and deletes its files then. */
  private void becomesEmpty() {
    await().untilAsserted(() -> assertThat(folder).isEmptyDirectory());
  }

  @Test
  @Timeout(120)
  void standard_output_carries_nothing_of_the_natives() throws Exception {
    Process process = start(Prints.class);
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(out.strip()).isEqualTo("[answer]");
    becomesEmpty();
  }

  private String firstLineOf(Class<?> main) throws IOException {
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(start(main).getInputStream(), StandardCharsets.UTF_8))) {
      return out.readLine();
    }
  }

  private Process start(Class<?> main) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:-UsePerfData",
            "-Djava.io.tmpdir=" + folder,
            main.getName())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Solves with the solver that prints, and ends in good order. */
  static final class Prints {
    private Prints() {}

    public static void main(String[] arguments) {
      OrToolsSolvers.create("highs").solve(RandomPrograms.large(8, 60), Solves.PATIENT);
      System.out.println("[answer]");
    }
  }

  /** Says who its child is and dies without a word. */
  static final class Doomed {
    private Doomed() {}

    public static void main(String[] arguments) {
      OrToolsSolvers.create("cbc").solve(RandomPrograms.large(8, 60), Solves.PATIENT);
      new Timer(true)
          .schedule(
              new TimerTask() {
                @Override
                public void run() {
                  System.out.println(ChildProcessPool.all().pids().get(0));
                  System.out.flush();
                  Runtime.getRuntime().halt(1);
                }
              },
              500);
      OrToolsSolvers.create("cbc").solve(Solves.HARD, Solves.PATIENT);
    }
  }
}
