package io.bosett.service;

import io.bosett.check.Checker;
import io.bosett.check.Finding;
import io.bosett.check.Verdict;
import io.bosett.documents.dataset.DatasetSource;
import io.bosett.documents.result.CertificateFile;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Scenario;
import io.bosett.program.Compiler;
import io.bosett.program.Program;
import io.bosett.solve.CompiledProblem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer with the checker's verdict on it.
 *
 * @param problem the problem
 * @param result the answer
 * @param verdict pointers of findings are those of the document that was handed in
 */
public record Verification(Problem problem, Result result, Verdict verdict) {
  /** Checks a result document against the problem it claims to answer. */
  public static Verification of(Problem problem, Result result) {
    return new Verification(problem, result, Checker.check(problem, result));
  }

  /**
   * Checks a certificate document on its own.
   *
   * @param datasets for a certificate without figures
   * @throws InvalidInputException when the scenario in it is an error
   */
  public static Verification of(CertificateFile certificate, DatasetSource datasets) {
    Problem problem = compiled(certificate, datasets).problem();
    Verdict verdict = Checker.check(problem, certificate.result());
    List<Finding> findings = new ArrayList<>();
    same("scenario", certificate.scenarioHash(), problem.scenarioHash(), findings);
    same("dataset", certificate.datasetHash(), problem.datasetHash(), findings);
    verdict.findings().forEach(f -> findings.add(new Finding("/result" + f.pointer(), f.text())));
    boolean certified = verdict.certified() && findings.isEmpty();
    return new Verification(
        problem, certificate.result(), new Verdict(findings, certified, verdict.reason()));
  }

  /**
   * The problem in a certificate document, compiled.
   *
   * @param datasets for a certificate without figures
   * @throws InvalidInputException when the scenario in it is an error
   */
  public static CompiledProblem compiled(CertificateFile certificate, DatasetSource datasets) {
    Scenario scenario = certificate.scenario();
    Dataset figures = certificate.figures();
    Dataset dataset = figures == null ? datasets.dataset("" + scenario.dataset()) : figures;
    long start = System.nanoTime();
    Compiler.Attempt attempt = Compiler.attempt(scenario, dataset, List.of());
    Program program = attempt.program();
    if (program == null) {
      throw new InvalidInputException(
          attempt.faults().stream().map(fault -> fault.under("/scenario")).toList());
    }
    return new CompiledProblem(
        new Problem(scenario, dataset, certificate.document()),
        program,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private static void same(String what, String claimed, String actual, List<Finding> findings) {
    if (!claimed.equals(actual)) {
      String text = "is " + claimed + ", but the " + what + " here has " + actual;
      findings.add(new Finding("/hashes/" + what, text));
    }
  }
}
