package io.bosett.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.store.JobState;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The training run for the archive of classes ends by itself, when all was answered. */
@Tag("slow")
final class RehearsalTest {
  @TempDir private Path folder;

  private int rehearse(String... flags) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.bosett.cli.Rehearsal", "serve", "--warm-up", "0"));
    command.addAll(List.of(flags));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD)
            .start();
    try {
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      return process.exitValue();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void it_answers_letters_and_ends() throws Exception {
    Path data = folder.resolve("data");
    assertThat(rehearse("--data", data.toString())).isZero();
    try (Store store = Stores.embedded(data, Clock.systemUTC())) {
      assertThat(store.allocations().counts().get(JobState.SUCCEEDED)).isPositive();
    }
  }

  @Test
  void what_the_command_refuses_ends_it_with_the_commands_code() throws Exception {
    assertThat(rehearse("--data", folder.toString(), "--threads", "0"))
        .isEqualTo(ExitCode.BAD_INPUT);
  }
}
