package io.bosett.benchmark.report;

import static io.bosett.benchmark.run.Heats.claimed;
import static io.bosett.benchmark.run.Heats.feasible;
import static io.bosett.benchmark.run.Heats.none;
import static io.bosett.benchmark.run.Heats.optimal;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.benchmark.Json;
import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Known;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.instances.Recipe;
import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Line;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeTest {
  private static final String I = "letter";

  private static Manifest manifest(@Nullable Known known) {
    Recipe recipe = new Recipe(Json.MAPPER.createObjectNode());
    return new Manifest(List.of(new Instance(I, "real", 408, List.of(), recipe, known)));
  }

  private static List<HeatVerdict> verdicts(Heat... heats) {
    return verdicts(null, heats);
  }

  private static List<HeatVerdict> verdicts(@Nullable Known known, Heat... heats) {
    List<Line> lines = Arrays.stream(heats).map(Line.class::cast).toList();
    return new Judge(manifest(known)).judge(lines).stream().map(Judged::verdict).toList();
  }

  @Test
  void solvers_that_agree_are_right() {
    assertThat(verdicts(optimal("a", I, 5), claimed("b", I, 5), feasible("c", I, 4, 6L)))
        .containsExactly(HeatVerdict.VERIFIED, HeatVerdict.VERIFIED, HeatVerdict.FEASIBLE);
  }

  @Test
  void an_optimum_below_what_somebody_reached_is_wrong() {
    assertThat(verdicts(claimed("a", I, 4), feasible("b", I, 5, null)))
        .containsExactly(HeatVerdict.WRONG, HeatVerdict.FEASIBLE);
  }

  @Test
  void a_bound_below_what_somebody_reached_is_wrong() {
    assertThat(verdicts(feasible("a", I, 3, 4L), optimal("b", I, 5)))
        .containsExactly(HeatVerdict.WRONG, HeatVerdict.VERIFIED);
  }

  @Test
  void nothing_where_somebody_has_an_allocation_is_wrong() {
    assertThat(verdicts(none("a", I, Proof.CLAIMED), feasible("b", I, 3, null)))
        .containsExactly(HeatVerdict.WRONG, HeatVerdict.FEASIBLE);
  }

  @Test
  void an_allocation_where_a_certificate_shows_that_there_is_none_is_wrong() {
    assertThat(verdicts(none("a", I, Proof.CERTIFIED), feasible("b", I, 3, null)).get(1))
        .isEqualTo(HeatVerdict.WRONG);
  }

  @Test
  void more_than_a_certified_optimum_is_wrong() {
    assertThat(verdicts(optimal("a", I, 5), feasible("b", I, 6, null)).get(1))
        .isEqualTo(HeatVerdict.WRONG);
  }

  @Test
  void what_the_manifest_knows_counts() {
    Known known = new Known(Status.OPTIMAL, 7L, true, List.of("a"), "");
    assertThat(verdicts(known, claimed("b", I, 6))).containsExactly(HeatVerdict.WRONG);
    assertThat(verdicts(known, none("b", I, Proof.CLAIMED))).containsExactly(HeatVerdict.WRONG);
    assertThat(verdicts(known, claimed("b", I, 7))).containsExactly(HeatVerdict.VERIFIED);
  }

  @Test
  void what_the_manifest_knows_of_another_problem_does_not_count() {
    Known known = new Known(Status.OPTIMAL, 7L, true, List.of("a"), "another");
    Heat heat = optimal("b", I, 6);
    Heat about =
        new Heat(
            heat.commit(),
            heat.solver(),
            heat.version(),
            heat.instance(),
            "this",
            heat.candidates(),
            heat.timeLimit(),
            heat.ending(),
            heat.detail(),
            heat.status(),
            heat.proof(),
            heat.stoppedByLimit(),
            heat.objective(),
            heat.bound(),
            heat.cold(),
            heat.warm(),
            heat.counts(),
            0,
            0,
            0,
            0,
            heat.trace());
    assertThat(verdicts(known, about)).containsExactly(HeatVerdict.VERIFIED);
  }

  @Test
  void of_a_pair_that_was_run_again_the_last_heat_counts() {
    assertThat(verdicts(claimed("a", I, 4), claimed("a", I, 5))).hasSize(1);
  }
}
