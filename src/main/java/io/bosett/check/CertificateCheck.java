package io.bosett.check;

import io.bosett.check.proof.ClosingSearch;
import io.bosett.check.proof.EffortLimit;
import io.bosett.check.proof.LagrangianBound;
import io.bosett.check.proof.LeastObjective;
import io.bosett.check.proof.UnreachableSums;
import io.bosett.check.recount.Recomputation;
import io.bosett.check.recount.SharedRule;
import io.bosett.model.Certificate;
import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks a certificate: recomputes its Lagrangian bound and open candidates, and decides whether it
 * proves the status.
 */
final class CertificateCheck {
  /** Limit on the ids that a finding names. */
  private static final int SHOWN = 10;

  private final Recomputation recomputation;
  private final Result result;
  private final Findings findings;
  private final EffortLimit effort;

  CertificateCheck(
      Recomputation recomputation, Result result, Findings findings, EffortLimit effort) {
    this.recomputation = recomputation;
    this.result = result;
    this.findings = findings;
    this.effort = effort;
  }

  /** Whether the status is proven, and how or why not. */
  record Proof(boolean certified, String reason) {
    static Proof of(String reason) {
      return new Proof(true, reason);
    }

    static Proof none(String reason) {
      return new Proof(false, reason);
    }
  }

  /**
   * @param objective the recomputed objective of an allocation that keeps all rules, or null
   */
  Proof run(@Nullable Long objective) {
    Certificate certificate = result.certificate();
    long[] multipliers = certificate == null ? null : checked(certificate);
    int stuck = stuck();
    if (stuck >= 0) {
      return result.status() == Status.INFEASIBLE
          ? Proof.of(
              recomputation.candidateIndex().id(stuck) + " can neither be asked nor left out")
          : Proof.none("there is no allocation");
    }
    if (certificate == null || multipliers == null) {
      return Proof.none(
          certificate == null ? "there is no certificate" : "the certificate cannot be used");
    }
    try {
      LagrangianBound bound = new LagrangianBound(recomputation, multipliers, certificate.scale());
      return run(certificate, bound, multipliers, objective);
    } catch (ArithmeticException e) {
      findings.add("/certificate/multipliers", "lead beyond exact numbers: " + e.getMessage());
      return Proof.none("the bound cannot be computed exactly");
    }
  }

  private Proof run(
      Certificate certificate,
      LagrangianBound bound,
      long[] multipliers,
      @Nullable Long objective) {
    findings.same("/certificate/bound", "the bound", certificate.bound(), bound.bound());
    checkResultBound(bound.bound());
    Long reference =
        result.status() == Status.INFEASIBLE
            ? Long.valueOf(Math.subtractExact(LeastObjective.of(recomputation), 1))
            : objective;
    if (reference != null) {
      checkOpen(certificate, bound, reference);
    } else if (result.status() == Status.UNKNOWN) {
      findings.same("/certificate/open", "the list", certificate.open(), List.of());
    }
    if (!StatusCheck.needsProof(result.status())) {
      return Proof.none("status " + result.status() + " claims no proof");
    }
    return reference == null
        ? Proof.none("the allocation does not stand")
        : prove(certificate, bound, multipliers, Math.addExact(reference, 1));
  }

  /**
   * Reports a bound of the result below that of the certificate unless a solver's word or a search
   * supports it.
   */
  private void checkResultBound(long proven) {
    Long claimed = result.bound();
    boolean isBacked = result.status() == Status.OPTIMAL || !result.solver().claim().isEmpty();
    if (claimed != null && claimed < proven && !isBacked) {
      findings.add("/bound", "is " + claimed + ", though the certificate proves only " + proven);
    }
  }

  /** Proves by the closing search that no allocation reaches the goal. */
  private Proof prove(
      Certificate certificate, LagrangianBound bound, long[] multipliers, long goal) {
    long budget = bound.budget(goal);
    if (budget < 0) {
      return Proof.of(
          result.status() == Status.OPTIMAL
              ? "the bound equals the objective"
              : "the bound lies below what any allocation would reach");
    }
    if (result.status() == Status.INFEASIBLE) {
      String unreachable = UnreachableSums.reason(recomputation, effort);
      if (unreachable != null) {
        return Proof.of(unreachable);
      }
    }
    ClosingSearch.Outcome outcome =
        ClosingSearch.run(recomputation, bound, multipliers, budget, effort);
    String effort = outcome.open() + " open candidates searched, " + outcome.states() + " states";
    if (outcome.gaveUp() != null) {
      return Proof.none("the search over the open candidates gave up: " + outcome.gaveUp());
    }
    if (outcome.found() != null) {
      long better = goal + (budget - outcome.found()) / certificate.scale();
      findings.add("/status", "is " + result.status() + ", but an allocation reaches " + better);
      return Proof.none("an allocation reaches " + better);
    }
    return Proof.of(effort);
  }

  private int stuck() {
    int n = recomputation.candidateIndex().size();
    int i = 0;
    while (i < n && !recomputation.placeRules().isStuck(i)) {
      i++;
    }
    return i < n ? i : -1;
  }

  /** The multipliers in the order of the shared rules, or null when they are unusable. */
  private long @Nullable [] checked(Certificate certificate) {
    int before = findings.count();
    String scenarioHash = recomputation.problem().scenarioHash();
    String datasetHash = recomputation.problem().datasetHash();
    findings.same(
        "/certificate/scenarioHash", "the hash", certificate.scenarioHash(), scenarioHash);
    findings.same("/certificate/datasetHash", "the hash", certificate.datasetHash(), datasetHash);
    int scale = certificate.scale();
    if (scale < 1 || Integer.bitCount(scale) != 1) {
      findings.add("/certificate/scale", "is " + scale + ", expected a power of two");
    }
    long[] multipliers = recomputation.sharedRules().inOrder(certificate.multipliers());
    if (multipliers == null) {
      int regions = recomputation.scenario().regions().size();
      findings.add(
          "/certificate/multipliers/regions",
          "has " + certificate.multipliers().regions().size() + " entries, expected " + regions);
    } else {
      checkSigns(multipliers);
    }
    return findings.count() == before ? multipliers : null;
  }

  private void checkSigns(long[] multipliers) {
    List<SharedRule> rules = recomputation.sharedRules().all();
    for (int r = 0; r < multipliers.length; r++) {
      SharedRule rule = rules.get(r);
      boolean isLimited =
          multipliers[r] == 0 || (multipliers[r] > 0 ? rule.upper() : rule.lower()) != null;
      if (!isLimited) {
        String limit = multipliers[r] > 0 ? "upper" : "lower";
        findings.add(
            "/certificate/multipliers" + rule.pointer(),
            "is " + multipliers[r] + ", but " + rule.text() + " have no " + limit + " limit");
      }
    }
  }

  private void checkOpen(Certificate certificate, LagrangianBound bound, long reference) {
    long gap = Math.subtractExact(bound.bound(), reference);
    List<String> expected = new ArrayList<>();
    for (int i : bound.withSecondChoice(Math.multiplyExact((long) certificate.scale(), gap))) {
      expected.add(recomputation.candidateIndex().id(i));
    }
    if (!certificate.open().equals(expected)) {
      findings.add("/certificate/open", difference(certificate.open(), expected));
    }
  }

  private static String difference(List<String> claimed, List<String> expected) {
    Set<String> leftOut = new LinkedHashSet<>(expected);
    claimed.forEach(leftOut::remove);
    Set<String> settled = new LinkedHashSet<>(claimed);
    expected.forEach(settled::remove);
    return leftOut.isEmpty() && settled.isEmpty()
        ? "stands out of order or repeats an id"
        : "leaves out " + shown(leftOut) + ", names without need " + shown(settled);
  }

  private static String shown(Set<String> ids) {
    String first = ids.stream().limit(SHOWN).collect(Collectors.joining(", "));
    return ids.size() + (ids.isEmpty() ? "" : " (" + first + (ids.size() > SHOWN ? ", ..)" : ")"));
  }
}
