package io.bosett.check;

import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import io.bosett.model.Result.Stopped;
import org.jspecify.annotations.Nullable;

/** Checks that status, objective, bound, gap, proof and conflict of a result are consistent. */
final class StatusCheck {
  private final Result result;
  private final Findings findings;

  StatusCheck(Result result, Findings findings) {
    this.result = result;
    this.findings = findings;
  }

  static boolean hasAllocation(Status status) {
    return status == Status.OPTIMAL || status == Status.FEASIBLE;
  }

  /** Whether the status needs a proof. */
  static boolean needsProof(Status status) {
    return status == Status.OPTIMAL || status == Status.INFEASIBLE;
  }

  void run() {
    if (hasAllocation(result.status())) {
      given("/objective", result.objective());
      given("/fit", result.fit());
    } else {
      none("/objective", result.objective());
      none("/fit", result.fit());
      if (!result.places().isEmpty()) {
        findings.add("/places", "are given, expected none with status " + result.status());
      }
    }
    checkBound();
    if (result.status() != Status.INFEASIBLE) {
      none("/conflict", result.conflict());
    }
    if (!needsProof(result.status())) {
      none("/proof", result.proof());
      if (result.stopped() == Stopped.PROOF) {
        findings.add("/stopped", "is PROOF, though status " + result.status() + " proves nothing");
      }
    }
  }

  private void checkBound() {
    Long objective = result.objective();
    Long bound = result.bound();
    if (objective == null || bound == null) {
      none("/gap", result.gap());
    } else {
      findings.same("/gap", "the gap", result.gap(), exactGap(objective, bound));
      if (bound < objective) {
        findings.add("/bound", "is " + bound + ", below the objective " + objective);
      }
    }
    if (result.status() == Status.OPTIMAL && (bound == null || !bound.equals(objective))) {
      findings.add("/bound", "is " + bound + ", expected the objective when status is OPTIMAL");
    }
  }

  private @Nullable Long exactGap(long objective, long bound) {
    try {
      return Math.subtractExact(bound, objective);
    } catch (ArithmeticException e) {
      return null;
    }
  }

  private void given(String pointer, @Nullable Object value) {
    if (value == null) {
      findings.add(pointer, "is null, expected a value with status " + result.status());
    }
  }

  private void none(String pointer, @Nullable Object value) {
    if (value != null) {
      String shown = value instanceof Number || value instanceof Enum ? "is " + value : "is given";
      findings.add(pointer, shown + ", expected null with status " + result.status());
    }
  }
}
