package io.bosett.check;

import java.util.List;

/**
 * The verdict of the checker on a result.
 *
 * @param findings all errors found, in the order of the checks; empty when the result is confirmed
 * @param certified whether the certificate proves the status OPTIMAL or INFEASIBLE
 * @param reason how it was proven, or why not
 */
public record Verdict(List<Finding> findings, boolean certified, String reason) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether the checker found no error. */
  public boolean confirmed() {
    return findings.isEmpty();
  }
}
