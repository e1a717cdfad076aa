package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Known;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Heat;
import io.bosett.model.Result.Proof;
import io.bosett.model.Result.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a race adds to the manifest. */
public final class Knowledge {
  private Knowledge() {}

  /** The manifest with the best that heats without a wrong answer have shown. */
  public static Manifest added(Manifest manifest, List<Judged> judged) {
    Map<String, List<Heat>> byInstance =
        judged.stream()
            .filter(j -> j.verdict() != HeatVerdict.WRONG)
            .map(Judged::heat)
            .filter(heat -> heat.ending() == Heat.Ending.ANSWERED)
            .collect(Collectors.groupingBy(Heat::instance));
    Map<String, Known> known = new HashMap<>();
    byInstance.forEach(
        (id, heats) -> {
          @Nullable Known best = best(heats);
          if (best != null) {
            Instance instance = manifest.find(id);
            known.put(id, merged(instance == null ? null : instance.known(), best));
          }
        });
    return manifest.with(known);
  }

  /** The better of what was and what is known; both, where they say the same. */
  static Known merged(@Nullable Known before, Known now) {
    if (before == null || !before.problem().equals(now.problem())) {
      return now;
    }
    if (before.status() != now.status() || !Objects.equals(before.objective(), now.objective())) {
      return rank(before) > rank(now) ? before : now;
    }
    TreeSet<String> by = new TreeSet<>(before.by());
    by.addAll(now.by());
    boolean certified = before.certified() || now.certified();
    return new Known(now.status(), now.objective(), certified, List.copyOf(by), now.problem());
  }

  /** Proofs count more than allocations, and of these the better ones more. */
  private static long rank(Known known) {
    Long objective = known.objective();
    return known.status() != Status.FEASIBLE || objective == null ? Long.MAX_VALUE : objective;
  }

  private static @Nullable Known best(List<Heat> heats) {
    for (Status status : List.of(Status.OPTIMAL, Status.INFEASIBLE, Status.FEASIBLE)) {
      List<Heat> such = heats.stream().filter(heat -> heat.status() == status).toList();
      if (!such.isEmpty()) {
        return best(status, such);
      }
    }
    return null;
  }

  private static Known best(Status status, List<Heat> such) {
    @Nullable Long objective =
        such.stream()
            .map(Heat::objective)
            .filter(value -> value != null)
            .max(Long::compare)
            .orElse(null);
    TreeSet<String> by = new TreeSet<>();
    such.stream()
        .filter(heat -> objective == null || objective.equals(heat.objective()))
        .forEach(heat -> by.add(heat.solver()));
    boolean certified = such.stream().anyMatch(heat -> heat.proof() == Proof.CERTIFIED);
    return new Known(status, objective, certified, List.copyOf(by), such.get(0).problem());
  }
}
