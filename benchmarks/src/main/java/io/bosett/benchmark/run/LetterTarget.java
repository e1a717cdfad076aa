package io.bosett.benchmark.run;

import io.bosett.model.Problem;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.solve.decomposition.closing.Stages;
import java.util.Map;
import java.util.TreeMap;

/** One problem over and over, warm, as it is solved for others: checker and all. */
record LetterTarget(Problem problem, Channel channel) {
  /** Before the name of a phase of the solve. */
  private static final String PHASE = "phase ";

  private static final double WARM_UP = 5;
  private static final double SECONDS = 10;
  private static final int SOLVES = 3_000;

  Map<String, Double> measure() {
    Observed observed = new Observed(new Decomposition());
    CheckedSolver solver = new CheckedSolver(observed, new LagrangianCertifier());
    long warm = System.nanoTime() + (long) (WARM_UP * 1e9);
    long end = warm + (long) (SECONDS * 1e9);
    Samples compile = new Samples();
    Samples solve = new Samples();
    Samples certify = new Samples();
    Samples total = new Samples();
    Map<String, Samples> phases = new TreeMap<>();
    CheckedSolver.Answer answer = solver.solve(problem, SolveOptions.DEFAULT);
    while (total.count() < SOLVES && System.nanoTime() < end) {
      channel.alive();
      answer = solver.solve(problem, SolveOptions.DEFAULT);
      if (System.nanoTime() > warm) {
        Timing timing = Timing.of(answer.result().solver(), 0);
        compile.add(timing.compile());
        solve.add(timing.solve());
        certify.add(timing.certify());
        total.add(timing.total());
        observed.phases.forEach(
            (name, time) ->
                phases
                    .computeIfAbsent(PHASE + name, key -> new Samples())
                    .add(time.toNanos() / 1e9));
      }
    }
    Map<String, Double> values = new TreeMap<>();
    values.put("compile", compile.median());
    values.put("solve", solve.median());
    values.put("solveP99", solve.quantile(0.99));
    values.put("certify", certify.median());
    values.put("total", total.median());
    values.put("totalP99", total.quantile(0.99));
    values.put("solves", (double) total.count());
    observed.counts.forEach((name, count) -> values.put(name, (double) count));
    phases.forEach((name, samples) -> values.put(name, samples.median()));
    values.put("evaluation", evaluation(observed, answer));
    return values;
  }

  private static double evaluation(Observed observed, CheckedSolver.Answer answer) {
    if (observed.program == null || answer.prices() == null) {
      throw new IllegalStateException("nothing was solved");
    }
    return new Stages(observed.program, answer.prices()).secondsOfEvaluation(1);
  }
}
