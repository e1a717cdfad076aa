package io.bosett.analysis.stability;

import io.bosett.analysis.explain.StandingReader;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.model.Certificate;
import io.bosett.model.Result;
import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.solve.ScaledMultipliers;
import io.bosett.solve.SolveOptions;
import io.bosett.solve.SolveResult;
import io.bosett.solve.Solver;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Computes the loss of each candidate: the optimum less the best objective with it forced to the
 * other side. The certificate bounds most of them in one pass; those that may be near are forced
 * and solved, the nearest first, always warm-started at the certificate's multipliers, so that the
 * order changes nothing. What time did not allow has the certificate's limit at least.
 */
public final class Losses {
  /** A loss below this share of the objective is worth a solve. */
  public static final BigDecimal NEAR = new BigDecimal("0.002");

  private final Solver solver;
  private final SolveOptions options;

  /**
   * @param solver of the forced programs
   * @param options of each solve; start and time limit are replaced
   */
  public Losses(Solver solver, SolveOptions options) {
    this.solver = solver;
    this.options = options;
  }

  /**
   * One entry for each candidate, ascending by id. Without a proven optimum no loss is known.
   *
   * @param program compiled from the problem
   * @param result of the problem
   * @param near of the objective: losses up to this are exact where time allows
   * @param end of the time, as {@link System#nanoTime()} tells it
   */
  public List<CandidateLoss> of(Program program, Result result, BigDecimal near, long end) {
    Assignment assignment = StandingReader.assignment(program, result);
    Certificate certificate = result.certificate();
    Long optimum = result.objective();
    @Nullable Found[] found = new Found[program.size()];
    long[] bounds = {};
    if (result.status() == Result.Status.OPTIMAL && certificate != null && optimum != null) {
      bounds = bounds(program, assignment, certificate, optimum);
      ScaledMultipliers start = ScaledMultipliers.of(certificate);
      long limit = near.multiply(BigDecimal.valueOf(Math.abs(optimum))).longValue();
      for (int i : ascending(bounds)) {
        found[i] =
            bounds[i] > limit
                ? ofBound(bounds[i])
                : ofSolve(forced(program, assignment, i), optimum, start, end);
      }
    }
    return list(program, assignment, found, bounds);
  }

  private record Found(@Nullable Long loss, By by) {}

  private static long[] bounds(
      Program program, Assignment assignment, Certificate certificate, long optimum) {
    CertificateLosses losses = new CertificateLosses(program, certificate);
    long[] bounds = new long[program.size()];
    for (int i = 0; i < bounds.length; i++) {
      bounds[i] = losses.of(i, assignment.persons()[i] > 0, optimum);
    }
    return bounds;
  }

  private static int[] ascending(long[] bounds) {
    Integer[] order = new Integer[bounds.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingLong(i -> bounds[i]));
    return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
  }

  /** A candidate whose own rules forbid the other side needs no solve. */
  private static Found ofBound(long bound) {
    return bound == CertificateLosses.INFINITE
        ? new Found(null, By.SOLVE)
        : new Found(bound, By.CERTIFICATE);
  }

  private static Program forced(Program program, Assignment assignment, int i) {
    CandidateRanges c = program.candidates();
    return program.withCandidates(
        assignment.persons()[i] > 0 ? c.withNobody(i) : c.withSomebody(i));
  }

  private @Nullable Found ofSolve(Program forced, long optimum, ScaledMultipliers start, long end) {
    long left = end - System.nanoTime();
    if (left <= 0) {
      return null;
    }
    SolveOptions once = options.withStart(start).withTimeLimit(Duration.ofNanos(left));
    SolveResult solved = solver.solve(forced, once);
    if (solved instanceof SolveResult.Proven proven) {
      long loss = Math.subtractExact(optimum, forced.objective(proven.assignment()));
      return new Found(loss, By.SOLVE);
    }
    return solved instanceof SolveResult.Infeasible ? new Found(null, By.SOLVE) : null;
  }

  private static List<CandidateLoss> list(
      Program program, Assignment assignment, @Nullable Found[] found, long[] bounds) {
    List<CandidateLoss> list = new ArrayList<>(program.size());
    for (int i = 0; i < program.size(); i++) {
      Found one = found[i];
      list.add(
          new CandidateLoss(
              program.candidates().ids()[i],
              assignment.persons()[i] > 0,
              assignment.persons()[i],
              StandingReader.target(program, i),
              program.candidates().caps()[i],
              one == null ? null : one.loss(),
              one == null ? null : one.by(),
              one == null && bounds.length > 0 ? Long.valueOf(bounds[i]) : null));
    }
    return list;
  }
}
