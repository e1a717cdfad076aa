package io.bosett.check;

import io.bosett.check.proof.EffortLimit;
import io.bosett.check.recount.Allocation;
import io.bosett.check.recount.KeptFigures;
import io.bosett.check.recount.Recomputation;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The checker: confirms or refutes a result from scenario and dataset alone. It recomputes every
 * number and decides whether the certificate proves the status. Whole numbers must agree exactly,
 * fits, targets and filled-in values up to 10<sup>-6</sup> (relative above 1).
 *
 * <p>The proof: the certificate's multipliers give an upper bound by weak Lagrangian duality,
 * recomputed by enumerating every number each candidate may be asked for; an exhaustive search over
 * the candidates that the bound leaves open closes the gap to the objective. Running time: reading
 * the figures, then per candidate its allowed persons plus minors, then the search.
 *
 * <p>What refutes: {@code StatusCheck} (bound, gap, what must be absent), {@code AllocationCheck}
 * (places and the limits of shared rules), {@code ReportCheck} (totals, disturbance, filled-in
 * figures), {@code FitRecount} (fits), {@code CertificateCheck} (hashes, scale, signs of the
 * multipliers, bound, open candidates). A certificate of another hash form is bad input.
 */
public final class Checker {
  /**
   * Default limit on the states of the search over open candidates: about half a second, because a
   * caller waits.
   */
  static final long DEFAULT_STATE_LIMIT = 500_000;

  private final Result result;
  private final Findings findings = new Findings();

  private Checker(Result result) {
    this.result = result;
  }

  /** Checks a result, with {@link #DEFAULT_STATE_LIMIT}. */
  public static Verdict check(Problem problem, Result result) {
    return check(problem, result, DEFAULT_STATE_LIMIT, () -> false);
  }

  /**
   * Checks a result, with {@link #DEFAULT_STATE_LIMIT}.
   *
   * @param isStopped whether the check is canceled; polled often. After a stop the search over open
   *     candidates ends at once and the verdict is not certified; rules, numbers, objective and
   *     bound are checked all the same.
   */
  public static Verdict check(Problem problem, Result result, BooleanSupplier isStopped) {
    return check(problem, result, DEFAULT_STATE_LIMIT, isStopped);
  }

  /**
   * Checks a result. Never throws for what a result says: a result that cannot be right is refuted
   * by a finding.
   *
   * @param stateLimit limit on the states of the search over open candidates; beyond it the verdict
   *     is not certified
   */
  static Verdict check(Problem problem, Result result, long stateLimit, BooleanSupplier isStopped) {
    return check(problem, result, stateLimit, isStopped, new KeptFigures(problem.dataset()));
  }

  /**
   * Checks a result.
   *
   * @param kept the checker's own figures of the problem's dataset, as far as it has them
   */
  static Verdict check(
      Problem problem,
      Result result,
      long stateLimit,
      BooleanSupplier isStopped,
      KeptFigures kept) {
    Checker checker = new Checker(result);
    try {
      Recomputation recomputation = new Recomputation(problem, kept);
      return checker.run(recomputation, new EffortLimit(stateLimit, isStopped));
    } catch (InvalidInputException e) {
      e.violations().forEach(v -> checker.findings.add("", "answers an error: " + v));
      return checker.verdict(CertificateCheck.Proof.none("the scenario is an error"));
    } catch (ArithmeticException e) {
      checker.findings.add("", "leads beyond exact numbers: " + e.getMessage());
      return checker.verdict(CertificateCheck.Proof.none("numbers beyond what is allowed"));
    }
  }

  private Verdict run(Recomputation recomputation, EffortLimit effort) {
    new StatusCheck(result, findings).run();
    Allocation allocation = Allocation.ofNobody(recomputation.candidateIndex().size());
    Long objective = null;
    if (StatusCheck.hasAllocation(result.status())) {
      int before = findings.count();
      allocation = new AllocationCheck(recomputation, result.places(), findings).run();
      boolean stands = findings.count() == before;
      Long recomputed = objective(recomputation, allocation);
      objective = stands ? recomputed : null;
    }
    new ReportCheck(recomputation, result, findings).run(allocation);
    CertificateCheck certificate = new CertificateCheck(recomputation, result, findings, effort);
    CertificateCheck.Proof proof = certificate.run(objective);
    if (result.proof() == Result.Proof.CERTIFIED && !proof.certified()) {
      findings.add("/proof", "is CERTIFIED, but not by this certificate: " + proof.reason());
    }
    return verdict(proof);
  }

  /** The recomputed objective, or null when it differs from the claimed one. */
  private @Nullable Long objective(Recomputation recomputation, Allocation allocation) {
    try {
      Long objective = allocation.objective(recomputation.gains());
      findings.same("/objective", "the objective", result.objective(), objective);
      return objective.equals(result.objective()) ? objective : null;
    } catch (ArithmeticException e) {
      findings.add("/objective", "leads beyond exact numbers: " + e.getMessage());
      return null;
    }
  }

  private Verdict verdict(CertificateCheck.Proof proof) {
    return new Verdict(findings.all(), proof.certified(), proof.reason());
  }
}
