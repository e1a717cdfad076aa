package io.bosett.benchmark.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BoundedProcessTest {
  private static final Measure LINE = new Measure("c", "child", Map.of("x", 1.0), "");

  /** A child that does what it is told to. */
  static final class Child {
    private Child() {}

    public static void main(String[] args) throws InterruptedException {
      Channel channel = Channel.open();
      channel.line(LINE);
      System.out.println("a solver prints what nobody asked for");
      switch (args[0]) {
        case "end" -> channel.done();
        case "hang" -> Thread.sleep(600_000);
        case "die" -> Runtime.getRuntime().halt(134);
        default -> fill();
      }
    }

    private static void fill() {
      List<long[]> all = new ArrayList<>();
      while (all.size() < 1_000_000) {
        all.add(new long[100_000]);
      }
    }
  }

  private static BoundedProcess.Outcome run(String what) throws IOException {
    return BoundedProcess.run(
        32, what.equals("hang") ? 1.5 : 60, Child.class.getName(), List.of(what));
  }

  @Test
  void a_child_that_ends_by_itself_has_answered() throws IOException {
    BoundedProcess.Outcome outcome = run("end");
    assertThat(outcome.ending()).isEqualTo(Heat.Ending.ANSWERED);
    assertThat(outcome.line()).isEqualTo(LINE);
  }

  @Test
  void a_child_that_hangs_is_killed_and_what_it_said_is_kept() throws IOException {
    BoundedProcess.Outcome outcome = run("hang");
    assertThat(outcome.ending()).isEqualTo(Heat.Ending.KILLED);
    assertThat(outcome.line()).isEqualTo(LINE);
  }

  @Test
  void a_child_that_dies_is_a_result() throws IOException {
    BoundedProcess.Outcome outcome = run("die");
    assertThat(outcome.ending()).isEqualTo(Heat.Ending.CRASHED);
    assertThat(outcome.detail()).contains("134");
    assertThat(outcome.line()).isEqualTo(LINE);
  }

  @Test
  void a_child_without_enough_memory_is_a_result() throws IOException {
    assertThat(run("fill").ending()).isEqualTo(Heat.Ending.OUT_OF_MEMORY);
  }
}
