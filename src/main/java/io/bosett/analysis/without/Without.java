package io.bosett.analysis.without;

import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.session.ScenarioVariants;
import io.bosett.analysis.session.SolveSession;
import io.bosett.analysis.without.WithoutReport.LeftOut;
import io.bosett.model.Criterion;
import io.bosett.program.Assignment;
import io.bosett.solve.Variant;
import io.bosett.solve.VariantAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Solves the scenario once without each of its criteria: with a weight of 0. */
public final class Without {
  private Without() {}

  /** The report; without an optimum to compare with it is empty. */
  public static WithoutReport of(SolveSession session) {
    if (!session.hasOptimum()) {
      return new WithoutReport(List.of());
    }
    List<Criterion> criteria = session.problem().scenario().criteria();
    @Nullable Variant[] varied = variants(session, criteria);
    session.plan((int) Arrays.stream(varied).filter(Objects::nonNull).count());
    List<@Nullable LeftOut> found =
        session.map(varied.length, k -> leftOut(session, criteria.get(k).id(), varied[k]));
    List<LeftOut> report = new ArrayList<>();
    for (int k = 0; k < varied.length; k++) {
      LeftOut one = found.get(k);
      report.add(
          one == null ? new LeftOut(criteria.get(k).id(), false, null, false, List.of()) : one);
    }
    return new WithoutReport(report);
  }

  private static @Nullable Variant[] variants(SolveSession session, List<Criterion> criteria) {
    ScenarioVariants variants = new ScenarioVariants(session);
    @Nullable Variant[] varied = new Variant[criteria.size()];
    for (int k = 0; k < varied.length; k++) {
      List<Criterion> others = new ArrayList<>(criteria);
      others.set(k, criteria.get(k).withWeight(0));
      varied[k] = variants.weighing(others);
    }
    return varied;
  }

  private static LeftOut leftOut(SolveSession session, String criterion, @Nullable Variant varied) {
    if (varied == null) {
      return new LeftOut(criterion, true, null, true, List.of());
    }
    VariantAnswer answer = session.solve(varied);
    Assignment best = answer.assignment();
    List<NumberChange> changes =
        answer.isOptimal() && best != null
            ? NumberChange.between(session.program(), session.assignment(), best)
            : List.of();
    return new LeftOut(criterion, false, answer.status(), answer.certified(), changes);
  }
}
