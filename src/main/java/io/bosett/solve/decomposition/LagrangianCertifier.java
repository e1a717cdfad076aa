package io.bosett.solve.decomposition;

import io.bosett.model.Certificate;
import io.bosett.model.Multipliers;
import io.bosett.model.Problem;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.curve.LongRange;
import io.bosett.solve.Certifier;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.decomposition.closing.ChoiceItems;
import io.bosett.solve.decomposition.dual.Lagrangian;
import io.bosett.solve.decomposition.dual.MultiplierSearch;
import io.bosett.solve.decomposition.model.DecompositionModel;
import io.bosett.solve.decomposition.model.ExactEvaluator;
import io.bosett.solve.decomposition.model.GainScale;
import io.bosett.solve.decomposition.model.LagrangianSolution;
import io.bosett.solve.decomposition.model.Rows;
import io.bosett.solve.decomposition.model.StoppedException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Makes certificates by the exact evaluation of the Lagrangian bound. */
public final class LagrangianCertifier implements Certifier {
  /** No choice of a candidate loses more, by the choice of the scale. */
  private static final long MOST_LOSS = 1L << 61;

  @Override
  public ScaledMultipliers prices(Program program, BooleanSupplier stop) {
    DecompositionModel model = new DecompositionModel(program);
    double[] start = new double[model.rows.count];
    MultiplierSearch multiplierSearch =
        new MultiplierSearch(
            model, Lagrangian.of(model, stop), start, DecompositionRun.COLD_STEP, stop);
    multiplierSearch.minimize();
    double[] u = GainScale.shortened(multiplierSearch.range, multiplierSearch.u());
    int scale = GainScale.of(multiplierSearch.range, u);
    return new ScaledMultipliers(scale, model.rows.inOrder(GainScale.round(u, scale)));
  }

  @Override
  public @Nullable Certificate certify(
      Problem problem,
      Program program,
      ScaledMultipliers prices,
      @Nullable Long objective,
      boolean infeasible,
      BooleanSupplier stop) {
    DecompositionModel model = new DecompositionModel(program);
    Rows rows = model.rows;
    Pastime pastime = new Pastime(objective == null && !infeasible, stop);
    long[] u = rows.byRow(prices.multipliers());
    ExactEvaluator exactEvaluator = new ExactEvaluator(model, u, prices.scale(), pastime);
    try {
      LagrangianSolution base = LagrangianSolution.of(exactEvaluator, rows);
      if (base.stuck >= 0) {
        return null;
      }
      Long reference = infeasible ? Long.valueOf(least(program, stop) - 1) : objective;
      return new Certificate(
          prices.scale(),
          Multipliers.of(prices.multipliers()),
          base.bound(),
          reference == null ? List.of() : open(exactEvaluator, base, reference),
          problem.scenarioHash(),
          problem.datasetHash());
    } catch (ArithmeticException | StoppedException e) {
      return null;
    }
  }

  /**
   * Cuts the search short where nothing depends on the certificate, as after a cancel. It counts
   * its calls instead of time, so that the same input gives the same certificate.
   */
  private static final class Pastime implements BooleanSupplier {
    private static final int MOST = 1_000;
    private final boolean ends;
    private final BooleanSupplier stop;
    private int asked;

    Pastime(boolean ends, BooleanSupplier stop) {
      this.ends = ends;
      this.stop = stop;
    }

    @Override
    public boolean getAsBoolean() {
      return (ends && ++asked > MOST) || stop.getAsBoolean();
    }
  }

  private static List<String> open(
      ExactEvaluator exactEvaluator, LagrangianSolution base, long reference) {
    long gap = Math.subtractExact(base.bound(), reference);
    long budget = Math.min(MOST_LOSS, Math.multiplyExact((long) base.scale, gap));
    ChoiceItems choices = ChoiceItems.ofSecondChoices(exactEvaluator, base, budget);
    List<String> open = new ArrayList<>();
    for (int i = 0; i < base.nextLoss.length; i++) {
      if (base.nextLoss[i] <= budget) {
        exactEvaluator.look(i);
        if (exactEvaluator.isLong()
            ? exactEvaluator.hasSecond(budget)
            : choices.hasSecondChoice()) {
          open.add(exactEvaluator.candidates.ids()[i]);
        }
      }
    }
    return open;
  }

  /**
   * A lower bound on every objective: the sum of each candidate's least gain. Running time: the
   * allowed persons and minors of every candidate.
   *
   * @param stop asked before each candidate
   */
  private static long least(Program program, BooleanSupplier stop) {
    long sum = 0;
    for (int i = 0; i < program.size(); i++) {
      if (stop.getAsBoolean()) {
        throw new StoppedException();
      }
      sum = Math.addExact(sum, least(program, i));
    }
    return sum;
  }

  private static long least(Program program, int i) {
    CandidateRanges c = program.candidates();
    long least = c.mayDrop().get(i) ? program.personsGain(i, 0) : Long.MAX_VALUE;
    if (LongRange.is(program, i)) {
      return Math.min(least, LongRange.of(program, i).leastGain());
    }
    long leastOfMinors = c.mayGoWithout().get(i) ? 0 : Long.MAX_VALUE;
    int minors = c.minorsLow()[i];
    for (int x = c.low()[i]; x <= c.high()[i]; x++) {
      int most = Math.min(c.minorsHigh()[i], program.share().minorsOf(x));
      for (; minors <= most; minors++) {
        leastOfMinors = Math.min(leastOfMinors, program.minorsGain(i, minors));
      }
      if (leastOfMinors != Long.MAX_VALUE) {
        least = Math.min(least, program.personsGain(i, x) + leastOfMinors);
      }
    }
    return least;
  }
}
