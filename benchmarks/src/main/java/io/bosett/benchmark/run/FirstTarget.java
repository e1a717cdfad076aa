package io.bosett.benchmark.run;

import io.bosett.benchmark.instances.Recipe;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Proof;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import io.bosett.solve.decomposition.closing.Stages;
import java.util.Map;
import java.util.TreeMap;

/** The first solve of a process, and a few more where the problem is large. */
final class FirstTarget {
  private static final int MORE = 8;

  private FirstTarget() {}

  /** Only the first one. */
  static Map<String, Double> measure(Problem problem) {
    Observed observed = new Observed(new Decomposition());
    CheckedSolver.Answer answer = solver(observed).solve(problem, SolveOptions.DEFAULT);
    Map<String, Double> values = new TreeMap<>();
    put(values, answer.result());
    return values;
  }

  private static CheckedSolver solver(Observed observed) {
    return new CheckedSolver(observed, new LagrangianCertifier());
  }

  private static void put(Map<String, Double> values, Result result) {
    Timing timing = Timing.of(result.solver(), 0);
    values.put("compile", timing.compile());
    values.put("solve", timing.solve());
    values.put("certify", timing.certify());
    values.put("total", timing.total());
    values.put("certified", result.proof() == Proof.CERTIFIED ? 1.0 : 0.0);
  }

  /** A million candidates: the first solve, checked, then the median of some more of the solver. */
  static Map<String, Double> million(Problem letter, Channel channel) {
    Problem problem = Recipe.enlarged(letter, 1_000_000, 1);
    channel.alive();
    Observed observed = new Observed(new Decomposition());
    CheckedSolver.Answer answer = solver(observed).solve(problem, SolveOptions.DEFAULT);
    Map<String, Double> values = new TreeMap<>();
    put(values, answer.result());
    values.put("solveFirst", values.get("solve"));
    values.put("allocatedMb", observed.allocatedMb);
    observed.counts.forEach((name, count) -> values.put(name, (double) count));
    ScaledMultipliers prices = answer.prices();
    Lane lane = new Lane(30);
    Samples[] samples = {new Samples(), new Samples(), new Samples()};
    for (int k = 0; k < MORE; k++) {
      channel.alive();
      lane.run(problem, null);
      samples[0].add(lane.compileSeconds);
      samples[1].add(lane.solveSeconds);
      samples[2].add(lane.certifySeconds);
    }
    values.put("compile", samples[0].median());
    values.put("solve", samples[1].median());
    values.put("certify", samples[2].median());
    if (lane.program != null && prices != null) {
      values.put("evaluation", new Stages(lane.program, prices).secondsOfEvaluation(1));
    }
    return values;
  }
}
