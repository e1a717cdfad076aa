package io.bosett.service;

import io.bosett.check.Checker;
import io.bosett.check.Finding;
import io.bosett.check.Verdict;
import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.solution.SolutionFile;
import io.bosett.model.CountPhrases;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.Result.Status;
import io.bosett.program.Assignment;
import io.bosett.program.Program;
import io.bosett.program.ResultStatistics;
import io.bosett.program.form.MipForm;
import io.bosett.solve.CompiledProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The solution that another solver found for an exported program, with the checker's verdict on it.
 *
 * @param result the allocation that its columns stand for, as a result without proof
 * @param claim what the solver says of it
 * @param verdict on rules and numbers
 */
public record OutsideSolution(Result result, String claim, Verdict verdict) {
  /** Solvers take what is this near to a whole number for whole. */
  private static final BigDecimal TOLERANCE = new BigDecimal("0.0001");

  private static final int SOME = 3;
  private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

  /**
   * Reads and checks a solution file.
   *
   * @param file its name, for errors
   * @throws InvalidFilesException when it is no solution file, or one of another program
   */
  public static OutsideSolution of(CompiledProblem compiled, String file, String text) {
    SolutionFile solution = SolutionFile.read(file, text);
    MipForm form = MipForm.of(compiled.program());
    checkNames(form, file, solution);
    List<Finding> findings = new ArrayList<>();
    Assignment assignment = form.assignment(values(form, solution.values(), findings));
    Result result = result(compiled.problem(), compiled.program(), assignment, solution.solver());
    Verdict verdict = Checker.check(compiled.problem(), result);
    findings.addAll(verdict.findings());
    return new OutsideSolution(
        result, solution.claim(), new Verdict(findings, verdict.certified(), verdict.reason()));
  }

  /** A solution of another program says nothing about this one. */
  private static void checkNames(MipForm form, String file, SolutionFile solution) {
    Set<String> strange = new TreeSet<>(solution.values().keySet());
    Set<String> missing = new TreeSet<>();
    for (MipForm.Column column : form.columns()) {
      if (!strange.remove(column.name()) && solution.complete()) {
        missing.add(column.name());
      }
    }
    strange.remove("constant");
    // Solvers list rows, too, when asked; the format LP has two for a range.
    for (MipForm.Row row : form.rows()) {
      strange.removeAll(Set.of(row.name(), row.name() + "_least", row.name() + "_most"));
    }
    FileFaults faults = new FileFaults(file);
    report(strange, "that the program of the scenario has not", faults);
    report(missing, "too few: the program of the scenario has them", faults);
    if (!faults.isEmpty()) {
      throw new InvalidFilesException(faults.inOrder());
    }
  }

  private static void report(Set<String> names, String what, FileFaults faults) {
    if (!names.isEmpty()) {
      String some = names.stream().limit(SOME).collect(Collectors.joining(", "));
      String columns = CountPhrases.of(names.size(), "column ", "columns ");
      faults.addOfWhole("has " + columns + what + ", such as " + some);
    }
  }

  /** The values by column, to the nearest whole number; 0 where there is no usable one. */
  private static long[] values(
      MipForm form, Map<String, BigDecimal> byName, List<Finding> findings) {
    long[] values = new long[form.columns().size()];
    for (int j = 0; j < values.length; j++) {
      MipForm.Column column = form.columns().get(j);
      BigDecimal given = byName.getOrDefault(column.name(), BigDecimal.ZERO);
      if (given.abs().compareTo(MOST) > 0) {
        findings.add(
            new Finding(column.name(), "is " + given + "; expected at most " + column.upper()));
        continue;
      }
      BigDecimal whole = given.setScale(0, RoundingMode.HALF_EVEN);
      if (given.subtract(whole).abs().compareTo(TOLERANCE) > 0) {
        findings.add(new Finding(column.name(), "is " + given + "; expected a whole number"));
      }
      values[j] = Math.max(column.lower(), Math.min(column.upper(), whole.longValueExact()));
      if (values[j] != whole.longValueExact()) {
        String range = column.lower() + ".." + column.upper();
        findings.add(new Finding(column.name(), "is " + whole + "; expected " + range));
      }
    }
    return values;
  }

  private static Result result(
      Problem problem, Program program, Assignment assignment, String solver) {
    return new Result(
        problem.scenario().name(),
        Status.FEASIBLE,
        null,
        null,
        program.objective(assignment),
        null,
        null,
        ResultStatistics.fit(program, assignment),
        ResultStatistics.totals(program, assignment),
        ResultStatistics.places(problem, program, assignment),
        program.filledIn(),
        ResultStatistics.disturbance(program, assignment),
        null,
        null,
        problem.warnings(),
        new Result.SolverReport(solver, "", 0, new TreeMap<>(), ""));
  }
}
