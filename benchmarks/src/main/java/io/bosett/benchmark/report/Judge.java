package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Known;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Line;
import io.bosett.model.Result.Status;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of every heat what it comes to, by the same standard for all solvers. */
public final class Judge {
  private final Manifest manifest;
  private final List<String> outdated = new ArrayList<>();
  private final Map<String, InstanceFacts> facts = new HashMap<>();

  /** With the manifest's knowledge. */
  public Judge(Manifest manifest) {
    this.manifest = manifest;
  }

  /** The heats judged, in their order; of a pair that was run again the last one counts. */
  public List<Judged> judge(List<Line> lines) {
    Map<List<String>, Heat> heats = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line instanceof Heat heat && manifest.find(heat.instance()) != null) {
        heats.put(List.of(heat.solver(), heat.instance()), heat);
      }
    }
    Map<String, List<Heat>> byInstance = new LinkedHashMap<>();
    heats
        .values()
        .forEach(
            heat -> byInstance.computeIfAbsent(heat.instance(), id -> new ArrayList<>()).add(heat));
    byInstance.forEach((id, of) -> facts.put(id, new InstanceFacts(known(id, of), of)));
    return heats.values().stream().map(this::judge).toList();
  }

  /** The manifest's knowledge, unless it is about another problem than was solved. */
  private @Nullable Known known(String id, List<Heat> heats) {
    Instance instance = manifest.find(id);
    Known known = instance == null ? null : instance.known();
    boolean other =
        known != null
            && heats.stream()
                .map(Heat::problem)
                .anyMatch(problem -> !problem.isEmpty() && !problem.equals(known.problem()));
    if (other) {
      outdated.add(id);
      return null;
    }
    return known;
  }

  /** Instances whose entry in the manifest is about another problem than was solved. */
  public List<String> outdated() {
    return List.copyOf(outdated);
  }

  private Judged judge(Heat heat) {
    Instance instance = manifest.find(heat.instance());
    String family = instance == null ? "" : instance.family();
    InstanceFacts certain = facts.get(heat.instance());
    List<String> wrong = certain == null ? List.of() : certain.contradictions(heat);
    if (heat.ending() == Heat.Ending.REFUTED) {
      return new Judged(heat, family, HeatVerdict.WRONG, heat.detail());
    }
    if (!wrong.isEmpty()) {
      return new Judged(heat, family, HeatVerdict.WRONG, String.join("; ", wrong));
    }
    HeatVerdict verdict = verdict(heat);
    boolean ended = heat.ending() == Heat.Ending.ANSWERED;
    return new Judged(heat, family, verdict, ended ? "" : heat.detail());
  }

  private static HeatVerdict verdict(Heat heat) {
    return switch (heat.ending()) {
      case ANSWERED -> answered(heat);
      case KILLED -> HeatVerdict.TIMED_OUT;
      case CRASHED, OUT_OF_MEMORY -> HeatVerdict.CRASHED;
      case REFUTED -> HeatVerdict.WRONG;
    };
  }

  private static HeatVerdict answered(Heat heat) {
    Status status = heat.status();
    if (status == Status.OPTIMAL) {
      return HeatVerdict.VERIFIED;
    } else if (status == Status.INFEASIBLE) {
      return HeatVerdict.INFEASIBLE;
    } else if (status == Status.FEASIBLE) {
      return HeatVerdict.FEASIBLE;
    }
    return heat.stoppedByLimit() ? HeatVerdict.TIMED_OUT : HeatVerdict.UNKNOWN;
  }
}
