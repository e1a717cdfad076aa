package io.bosett.benchmark.run;

import io.bosett.benchmark.instances.Recipe;
import io.bosett.generate.Variations;
import io.bosett.model.Problem;
import io.bosett.model.Result.Proof;
import io.bosett.solve.CheckedSolver;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.decomposition.Decomposition;
import io.bosett.solve.decomposition.LagrangianCertifier;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** Random scenarios of real size, each solved once after others have warmed the code up. */
record RandomTarget(String name, Problem base, Channel channel) {
  private static final int WARM_UP = 40;
  private static final int COUNT = 100;
  private static final double TIME_LIMIT = 5;
  private static final double QUICK = 0.5;

  Map<String, Double> measure() {
    Lane lane = new Lane(QUICK);
    for (int seed = 1; seed <= WARM_UP; seed++) {
      attempt(lane, problem(-seed));
    }
    return measured(problems());
  }

  private List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (int seed = 1; seed <= COUNT; seed++) {
      problems.add(problem(seed));
    }
    return problems;
  }

  private Map<String, Double> measured(List<Problem> problems) {
    Lane lane = new Lane(TIME_LIMIT);
    Samples solve = new Samples();
    Samples proven = new Samples();
    Samples evaluations = new Samples();
    int certified = 0;
    int brokeDown = 0;
    for (Problem problem : problems) {
      if (!attempt(lane, problem)) {
        brokeDown++;
        continue;
      }
      solve.add(lane.solveSeconds);
      proven.add(lane.settled() ? lane.solveSeconds : Double.POSITIVE_INFINITY);
      if (lane.found != null) {
        evaluations.add(lane.found.statistics().counts().getOrDefault("evaluations", 0L));
      }
      certified += lane.settled() && certified(problem) ? 1 : 0;
    }
    Map<String, Double> values = new TreeMap<>();
    values.put("solve", solve.median());
    values.put("solveP90", solve.quantile(0.9));
    values.put("solveMost", solve.quantile(1));
    values.put("evaluations", evaluations.median());
    values.put("provenInHalfASecond", proven.shareUpTo(QUICK));
    values.put("proven", proven.shareUpTo(Double.MAX_VALUE));
    values.put("certified", (double) certified / problems.size());
    values.put("brokeDown", (double) brokeDown);
    values.put("scenarios", (double) problems.size());
    return values;
  }

  /** Whether the solver came to an end; where it does not, that is counted, and goes on record. */
  private boolean attempt(Lane lane, Problem problem) {
    channel.alive();
    try {
      lane.run(problem, null);
      return true;
    } catch (RuntimeException e) {
      System.err.println(problem.scenario().name() + ": " + e);
      return false;
    }
  }

  private boolean certified(Problem problem) {
    CheckedSolver solver = new CheckedSolver(new Decomposition(), new LagrangianCertifier());
    SolveOptions options =
        SolveOptions.DEFAULT.withTimeLimit(Duration.ofNanos((long) (TIME_LIMIT * 1e9)));
    return solver.solve(problem, options).result().proof() == Proof.CERTIFIED;
  }

  private Problem problem(long seed) {
    if (name.equals(TargetProcess.BANDS)) {
      double tightness = new SplittableRandom(seed).nextDouble(0.2, 0.95);
      return Recipe.minorsInFewPlaces(Variations.withCountyBands(base, tightness, seed), 32);
    }
    Problem varied = Variations.of(base, seed);
    return name.equals(TargetProcess.SCORE) ? Recipe.withTies(varied, 40, seed) : varied;
  }
}
