package io.bosett.sweep.run;

import io.bosett.analysis.compare.ComparedAllocation;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.documents.sweep.SweepReading;
import io.bosett.model.Dataset;
import io.bosett.model.Sha256;
import io.bosett.sweep.plan.SweepPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * A sweep with all that its rows depend on.
 *
 * @param plan resolved in the scenario
 * @param document of the sweep
 * @param scenario its scenario
 * @param against fixed allocations by name
 * @param partSize points of a part
 */
public record Sweep(
    SweepPlan plan,
    SweepReading document,
    ParsedScenario scenario,
    SortedMap<String, ComparedAllocation> against,
    long partSize) {
  private static final long LEAST_SIZE = 1_000;
  private static final long MOST_PARTS = 100_000;

  /** A sweep with parts of the usual size: the least of 1,000, 10,000, ... for 100,000 parts. */
  public Sweep(
      SweepPlan plan,
      SweepReading document,
      ParsedScenario scenario,
      SortedMap<String, ComparedAllocation> against) {
    this(plan, document, scenario, against, usualSize(plan.points()));
  }

  static long usualSize(long points) {
    long size = LEAST_SIZE;
    while ((points + size - 1) / size > MOST_PARTS) {
      size *= 10;
    }
    return size;
  }

  /** The number of parts. */
  public int parts() {
    return Math.toIntExact((plan.points() + partSize - 1) / partSize);
  }

  /** The first point of a part. */
  public long first(int part) {
    return part * partSize;
  }

  /** The point after the last one of a part. */
  public long end(int part) {
    return Math.min(plan.points(), first(part) + partSize);
  }

  /** The last part when it is not full, for more draws would fill it; -1 when it is full. */
  int unfilled() {
    return plan.points() % partSize == 0 ? -1 : parts() - 1;
  }

  /** The names of the fixed allocations. */
  public List<String> againstNames() {
    return List.copyOf(against.keySet());
  }

  /**
   * What rows depend on, as a hash: document, scenario, figures, fixed allocations and part size.
   * The same sweep has the same one wherever its files lie.
   */
  public String hash() {
    List<String> lines = new ArrayList<>();
    lines.add(document.hash());
    lines.add(scenario.document().hash());
    plan.datasets().stream().map(Dataset::contentHash).forEach(lines::add);
    lines.addAll(fixed(against));
    lines.add(Long.toString(partSize));
    return Sha256.hex(String.join("\n", lines));
  }

  /** What rows depend on in fixed allocations. */
  static List<String> fixed(SortedMap<String, ComparedAllocation> against) {
    return against.entrySet().stream()
        .map(one -> one.getKey() + one.getValue().persons() + one.getValue().minors())
        .toList();
  }
}
