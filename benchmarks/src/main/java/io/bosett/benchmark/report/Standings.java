package io.bosett.benchmark.report;

import io.bosett.benchmark.instances.Instance;
import io.bosett.benchmark.instances.Manifest;
import io.bosett.benchmark.run.Entrants;
import io.bosett.benchmark.run.Heat;
import io.bosett.benchmark.run.Line;
import io.bosett.benchmark.run.Measure;
import io.bosett.benchmark.run.Session;
import io.bosett.benchmark.run.SkippedHeat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The lines of a race, sorted for the tables. */
final class Standings {
  private final Manifest manifest;
  private final List<Judged> judged;
  private final List<Line> lines;
  private final Map<List<String>, Judged> byPair = new LinkedHashMap<>();
  private final Set<String> solvers = new LinkedHashSet<>();

  Standings(Manifest manifest, List<Line> lines, List<Judged> judged) {
    this.manifest = manifest;
    this.lines = lines;
    this.judged = judged;
    for (Judged j : judged) {
      byPair.put(List.of(j.heat().solver(), j.heat().instance()), j);
      solvers.add(j.heat().solver());
    }
    skipped().forEach(skip -> solvers.add(skip.solver()));
  }

  List<Judged> all() {
    return judged;
  }

  /** Solvers with a heat, the default one first. */
  List<String> solvers() {
    List<String> ordered = new ArrayList<>(solvers);
    if (ordered.remove(Entrants.OWN)) {
      ordered.add(0, Entrants.OWN);
    }
    return ordered;
  }

  /** Those that do not go back to the default solver. */
  List<String> backEnds() {
    return solvers().stream().filter(name -> !name.startsWith(Entrants.OWN)).toList();
  }

  List<Judged> of(String solver) {
    return judged.stream().filter(j -> j.heat().solver().equals(solver)).toList();
  }

  @Nullable Judged find(String solver, String instance) {
    return byPair.get(List.of(solver, instance));
  }

  /** Instances that somebody met, in the manifest's order. */
  List<Instance> instances() {
    return manifest.instances().stream()
        .filter(i -> judged.stream().anyMatch(j -> j.heat().instance().equals(i.id())))
        .toList();
  }

  /** Instances that every solver met. */
  List<Instance> common() {
    return instances().stream()
        .filter(i -> solvers().stream().allMatch(solver -> find(solver, i.id()) != null))
        .toList();
  }

  List<String> families() {
    return instances().stream().map(Instance::family).distinct().toList();
  }

  /** What was left out and not made up for later. */
  List<SkippedHeat> skipped() {
    Map<List<String>, SkippedHeat> skipped = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line instanceof SkippedHeat skip) {
        List<String> pair = List.of(skip.solver(), skip.instance());
        if (!byPair.containsKey(pair)) {
          skipped.put(pair, skip);
        }
      }
    }
    return List.copyOf(skipped.values());
  }

  List<Session> sessions() {
    return lines.stream().filter(Session.class::isInstance).map(Session.class::cast).toList();
  }

  /** The last measure of a name, or null. */
  @Nullable Measure measure(String name) {
    Measure found = null;
    for (Line line : lines) {
      if (line instanceof Measure measure && measure.name().equals(name)) {
        found = measure;
      }
    }
    return found;
  }

  /** Seconds to the settled answer; the time limit, so many times, when it was not settled. */
  static double penalized(Judged j, double times) {
    Heat heat = j.heat();
    return j.verdict().settled() ? j.seconds() : times * heat.timeLimit();
  }
}
