package io.bosett.check;

import java.util.List;

/**
 * What the checker says of a result.
 *
 * @param findings all that is wrong, in the order of the checks; empty when the result stands
 * @param certified whether the certificate proves the status OPTIMAL or INFEASIBLE
 * @param reason how it was proven, or why not
 */
public record Verdict(List<Finding> findings, boolean certified, String reason) {
  public Verdict {
    findings = List.copyOf(findings);
  }

  /** Whether nothing is wrong with the result. */
  public boolean confirmed() {
    return findings.isEmpty();
  }
}
