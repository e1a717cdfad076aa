package io.bosett.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.benchmark.instances.Known;
import io.bosett.model.Result.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class KnowledgeTest {
  private static Known known(Status status, Long objective, String by, String problem) {
    return new Known(status, objective, false, List.of(by), problem);
  }

  @Test
  void solvers_that_show_the_same_are_all_named() {
    Known a = known(Status.OPTIMAL, 5L, "a", "p");
    Known b = known(Status.OPTIMAL, 5L, "b", "p");
    assertThat(Knowledge.merged(a, b).by()).containsExactly("a", "b");
  }

  @Test
  void a_proof_is_kept_when_a_later_run_has_none() {
    Known proven = known(Status.OPTIMAL, 5L, "a", "p");
    assertThat(Knowledge.merged(proven, known(Status.FEASIBLE, 4L, "b", "p"))).isEqualTo(proven);
  }

  @Test
  void the_better_allocation_is_kept() {
    Known better = known(Status.FEASIBLE, 5L, "a", "p");
    Known worse = known(Status.FEASIBLE, 4L, "b", "p");
    assertThat(Knowledge.merged(better, worse)).isEqualTo(better);
    assertThat(Knowledge.merged(worse, better)).isEqualTo(better);
  }

  @Test
  void what_was_known_of_another_problem_is_forgotten() {
    Known now = known(Status.FEASIBLE, 4L, "b", "q");
    assertThat(Knowledge.merged(known(Status.OPTIMAL, 5L, "a", "p"), now)).isEqualTo(now);
  }
}
