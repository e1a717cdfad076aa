package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Known;
import io.bosett.benchmark.run.Heat;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is certain about one instance. Every allocation in a heat was confirmed by the checker, so
 * the best objective was reached whoever says otherwise; a certified optimum is a limit that
 * nothing exceeds; and where a certificate shows that there is no allocation, there is none.
 */
final class InstanceFacts {
  private @Nullable Long reached;
  private @Nullable Long limit;
  private boolean certainlyNone;
  private boolean saidNone;

  InstanceFacts(@Nullable Known known, List<Heat> heats) {
    if (known != null) {
      boolean none = known.status() == Status.INFEASIBLE;
      add(known.status(), known.objective(), known.certified());
      saidNone |= none;
    }
    for (Heat heat : heats) {
      if (heat.ending() == Heat.Ending.ANSWERED && heat.status() != null) {
        add(heat.status(), heat.objective(), heat.proof() == Proof.CERTIFIED);
      }
    }
  }

  private void add(Status status, @Nullable Long objective, boolean certified) {
    if (objective != null) {
      reached = reached == null ? objective : Long.valueOf(Math.max(reached, objective));
    }
    if (status == Status.OPTIMAL && certified && objective != null) {
      limit = limit == null ? objective : Long.valueOf(Math.min(limit, objective));
    }
    certainlyNone |= status == Status.INFEASIBLE && certified;
    saidNone |= status == Status.INFEASIBLE;
  }

  /** The best objective anybody reached, or null. */
  @Nullable Long reached() {
    return reached;
  }

  /** Whether somebody showed that there is no allocation and nobody has one. */
  boolean none() {
    return saidNone && reached == null;
  }

  /** What is not true of an answer; empty when nothing is. */
  List<String> contradictions(Heat heat) {
    List<String> wrong = new ArrayList<>();
    Long objective = heat.objective();
    if (heat.status() == Status.INFEASIBLE && reached != null) {
      wrong.add("says there is no allocation; one worth " + reached + " exists");
    }
    if (objective != null && certainlyNone) {
      wrong.add("has an allocation where a certificate shows that there is none");
    }
    if (heat.status() == Status.OPTIMAL && reached != null && !reached.equals(objective)) {
      wrong.add("calls " + objective + " optimal; " + reached + " is reached");
    }
    if (heat.bound() != null && reached != null && heat.bound() < reached) {
      wrong.add("gives the bound " + heat.bound() + "; " + reached + " is reached");
    }
    if (objective != null && limit != null && objective > limit) {
      wrong.add("reaches " + objective + ", more than the certified optimum " + limit);
    }
    return wrong;
  }
}
