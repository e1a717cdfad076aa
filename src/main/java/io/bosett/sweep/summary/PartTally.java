package io.bosett.sweep.summary;

import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointOutcome.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Counts the points of a part. Keys: {@code all/...} over all points and {@code axis/NAME/BIN/...}
 * by bin, each with {@code status} (in the order of {@link Status}), {@code asked} (points by
 * municipality) and {@code OUTPUT} ({@link Moments}); {@code persons/ID} and {@code minors/ID}
 * (histograms, {@link NumberClasses}); {@code clock} (points that the clock ended), {@code effort}
 * (points that a limit of effort left open).
 */
public final class PartTally {
  private final SweepPlan plan;
  private final List<Output> outputs;
  private final Cell all;
  private final List<List<Cell>> bins = new ArrayList<>();
  private final List<AxisBins> axisBins = new ArrayList<>();
  private final long[][] persons;
  private final long[][] minors;
  private final long[] clock = new long[1];
  private final long[] effort = new long[1];

  /** An empty one. */
  public PartTally(SweepPlan plan, List<String> against) {
    this.plan = plan;
    this.outputs = Output.all(plan.criteria(), against);
    int size = plan.municipalities().size();
    this.all = new Cell(size, outputs.size());
    this.persons = new long[size][0];
    this.minors = new long[size][0];
    for (int a = 0; a < plan.axes().size(); a++) {
      AxisBins of = AxisBins.of(plan, a);
      axisBins.add(of);
      bins.add(Stream.generate(() -> new Cell(size, outputs.size())).limit(of.count()).toList());
    }
  }

  /** The counts over some points. */
  private record Cell(long[] status, long[] asked, long[][] moments) {
    Cell(int municipalities, int outputs) {
      this(new long[Status.values().length], new long[municipalities], new long[outputs][]);
      for (int i = 0; i < outputs; i++) {
        moments[i] = Moments.empty();
      }
    }
  }

  /** Counts a point. */
  public void add(PointOutcome outcome) {
    clock[0] += outcome.isOutOfTime() ? 1 : 0;
    effort[0] += outcome.isOutOfEffort() ? 1 : 0;
    add(all, outcome);
    for (int a = 0; a < bins.size(); a++) {
      if (!bins.get(a).isEmpty()) {
        AxisValue value = outcome.point().values().get(a);
        int size = SweepPlan.size(plan.axes().get(a));
        add(bins.get(a).get(axisBins.get(a).of(value, size)), outcome);
      }
    }
    for (int i = 0; outcome.isAllocated() && i < persons.length; i++) {
      persons[i] = NumberClasses.counted(persons[i], outcome.persons()[i]);
      minors[i] = NumberClasses.counted(minors[i], outcome.minors()[i]);
    }
  }

  private void add(Cell cell, PointOutcome outcome) {
    cell.status[outcome.status().ordinal()]++;
    if (!outcome.isAllocated()) {
      return;
    }
    for (int i = 0; i < cell.asked.length; i++) {
      cell.asked[i] += outcome.persons()[i] > 0 ? 1 : 0;
    }
    for (int i = 0; i < outputs.size(); i++) {
      @Nullable Long value = outputs.get(i).of().apply(outcome);
      if (value != null) {
        Moments.add(cell.moments[i], value);
      }
    }
  }

  /** The counts of a part. */
  public Counts counts(int part) {
    Counts counts = new Counts();
    counts.part(part);
    counts.put("clock", clock);
    counts.put("effort", effort);
    put(counts, "all/", all);
    for (int a = 0; a < bins.size(); a++) {
      for (int b = 0; b < bins.get(a).size(); b++) {
        put(counts, "axis/" + plan.axes().get(a).name() + "/" + b + "/", bins.get(a).get(b));
      }
    }
    for (int i = 0; i < persons.length; i++) {
      counts.put("persons/" + plan.municipalities().get(i), persons[i]);
      counts.put("minors/" + plan.municipalities().get(i), minors[i]);
    }
    return counts;
  }

  private void put(Counts counts, String prefix, Cell cell) {
    counts.put(prefix + "status", cell.status);
    counts.put(prefix + "asked", cell.asked);
    for (int i = 0; i < outputs.size(); i++) {
      counts.put(prefix + outputs.get(i).name(), cell.moments[i]);
    }
  }
}
