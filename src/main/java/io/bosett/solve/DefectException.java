package io.bosett.solve;

import io.bosett.check.Finding;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import java.util.List;
import java.util.stream.Collectors;

/** A defect: the checker refuted our own result. Carries what is needed to reproduce it. */
public final class DefectException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;
  private final transient Result result;
  private final transient List<Finding> findings;

  DefectException(Problem problem, Result result, List<Finding> findings) {
    super(
        "the checker refuted the answer of solver '"
            + result.solver().name()
            + "' to scenario '"
            + problem.scenario().name()
            + "':\n"
            + findings.stream()
                .map(finding -> finding.pointer() + " " + finding.text())
                .collect(Collectors.joining("\n")));
    this.problem = problem;
    this.result = result;
    this.findings = List.copyOf(findings);
  }

  /** The problem that was answered wrongly. */
  public Problem problem() {
    return problem;
  }

  /** The refuted answer. */
  public Result result() {
    return result;
  }

  /** What the checker found. */
  public List<Finding> findings() {
    return findings;
  }
}
