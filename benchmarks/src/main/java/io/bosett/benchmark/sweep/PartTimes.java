package io.bosett.benchmark.sweep;

import io.bosett.check.CheckSession;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.DatasetSession;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.sweep.parquet.ParquetWriter;
import io.bosett.sweep.plan.PointSource;
import io.bosett.sweep.plan.SweepPoint;
import io.bosett.sweep.points.PartRows;
import io.bosett.sweep.points.PointOutcome;
import io.bosett.sweep.points.PointSolver;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.summary.PartTally;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntConsumer;

/**
 * Processor time of the parts of a point on one thread. In every round each part is done for all
 * points before the next one, so that no clock is read within a part.
 */
final class PartTimes {
  /** Rounds before those that count. */
  private static final int WARM_UP = 3;

  private final Sweep sweep;
  private final int points;
  private final Map<String, List<Double>> rounds = new LinkedHashMap<>();

  PartTimes(Sweep sweep, int points) {
    this.sweep = sweep;
    this.points = points;
  }

  /** The median of each part, in microseconds of processor time a point. */
  SortedMap<String, Double> measure(int count) throws IOException {
    for (int round = 0; round < WARM_UP + count; round++) {
      if (round == WARM_UP) {
        rounds.clear();
      }
      round();
    }
    SortedMap<String, Double> medians = new TreeMap<>();
    rounds.forEach(
        (part, times) -> {
          double[] sorted = times.stream().mapToDouble(time -> time).sorted().toArray();
          medians.put(part, sorted[sorted.length / 2]);
        });
    return medians;
  }

  private void round() throws IOException {
    PointSource source = sweep.plan().source();
    Decomposition bare = new Decomposition();
    LagrangianCertifier certifier = new LagrangianCertifier();
    DatasetSession session =
        new DatasetSession(sweep.plan().datasets().get(0), bare, SolveOptions.DEFAULT);
    CheckSession checks = new CheckSession(session.dataset());
    SweepPoint[] point = new SweepPoint[points];
    Problem[] problem = new Problem[points];
    CompiledProblem[] compiled = new CompiledProblem[points];
    Result[] result = new Result[points];
    double drawing = each(i -> point[i] = source.point(i));
    double reading = each(i -> problem[i] = point[i].problem());
    double compiling = each(i -> compiled[i] = session.compiled(problem[i]));
    double solving = each(i -> bare.solve(compiled[i].program(), SolveOptions.DEFAULT));
    double pipeline = each(i -> result[i] = session.answer(compiled[i], certifier).result());
    double checking = each(i -> checks.check(problem[i], result[i], () -> false));
    Arrays.fill(compiled, null);
    double writing = writing(outcomes());
    add("drawing", drawing);
    add("reading", reading);
    add("compiling", compiling);
    add("solving", solving);
    add("certifying", pipeline - solving - checking);
    add("checking", checking);
    add("writing", writing);
    add("solver", drawing + reading + compiling + pipeline - checking);
    add("whole", drawing + reading + compiling + pipeline + writing);
  }

  private List<PointOutcome> outcomes() {
    PointSolver solver =
        new PointSolver(sweep.plan(), sweep.against().values(), new CancellationToken());
    List<PointOutcome> outcomes = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      outcomes.add(solver.solve(i));
    }
    return outcomes;
  }

  private double writing(List<PointOutcome> outcomes) throws IOException {
    PartRows rows = new PartRows(sweep.plan(), sweep.againstNames());
    PartTally tally = new PartTally(sweep.plan(), sweep.againstNames());
    double adding =
        each(
            i -> {
              rows.add(outcomes.get(i));
              tally.add(outcomes.get(i));
            });
    long start = now();
    tally.counts(0);
    ParquetWriter.write(rows.columns(), OutputStream.nullOutputStream());
    return adding + (now() - start) / 1e3 / points;
  }

  private double each(IntConsumer part) {
    long start = now();
    for (int i = 0; i < points; i++) {
      part.accept(i);
    }
    return (now() - start) / 1e3 / points;
  }

  private void add(String part, double time) {
    rounds.computeIfAbsent(part, key -> new ArrayList<>()).add(time);
  }

  private static long now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
