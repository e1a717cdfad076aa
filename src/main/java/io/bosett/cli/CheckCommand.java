package io.bosett.cli;

import io.bosett.check.LossCheck;
import io.bosett.check.Verdict;
import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.DecimalConverter;
import io.bosett.cli.table.NumberText;
import io.bosett.cli.table.ResultTable;
import io.bosett.cli.table.SolutionText;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.result.CertificateFile;
import io.bosett.model.CountPhrases;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.model.SolverSettings;
import io.bosett.service.OutsideSolution;
import io.bosett.service.SolveUseCase;
import io.bosett.service.Verification;
import io.bosett.solve.CompiledProblem;
import io.bosett.solve.SolveOptions;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code check SCENARIO RESULT} and {@code check CERTIFICATE}: verifies an answer without a solver;
 * {@code check SCENARIO --solution FILE}: the solution of another solver.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    customSynopsis = {
      "bosett check SCENARIO RESULT [--loss E,...] [--datasets DIR]",
      "bosett check CERTIFICATE [--loss E,...] [--datasets DIR]",
      "bosett check SCENARIO --solution FILE [--datasets DIR]"
    },
    description = {
      "Confirms or refutes an answer from the files alone, without any solver.",
      "Exit code 0: confirmed, and the first line says whether it is proven or rests on the word"
          + " of a solver; 5: refuted.",
      "With --solution: what another solver found for the exported program, and how far it is from"
          + " the optimum."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int MOST_FINDINGS = 100;

  /** Digits after the point of a loss. */
  private static final int MOST_DIGITS = 30;

  private final Streams streams;

  @Parameters(
      arity = "1..2",
      paramLabel = "FILE",
      description =
          "A scenario and a result as JSON, or a certificate as solve --certificate writes it.")
  private List<Path> files = List.of();

  @Option(
      names = "--solution",
      paramLabel = "FILE",
      description =
          "A solution file of HiGHS (--solution_file), SCIP (write solution), CBC (solution) or"
              + " glpsol (--output) for the program that export writes.")
  private @Nullable Path solution;

  @Option(
      names = "--loss",
      converter = DecimalConverter.class,
      split = ",",
      paramLabel = "E",
      description =
          "Also confirms, from scenario and certificate alone, who is asked in every allocation that"
              + " loses at most this share of the objective, and who in none.")
  private List<BigDecimal> losses = List.of();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  CheckCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    if (solution != null) {
      return ofSolution(solution);
    }
    if (losses.stream().anyMatch(e -> e.signum() < 0 || Math.abs(e.scale()) > MOST_DIGITS)) {
      throw new BadInputException("bosett: --loss is " + losses + "; allowed: 0 or more each");
    }
    List<Verification> verifications =
        files.size() == 1 ? ofCertificates(files.get(0)) : ofResults(files.get(0), files.get(1));
    int exit = ExitCode.DONE;
    for (int i = 0; i < verifications.size(); i++) {
      Verification one = verifications.get(i);
      if (verifications.size() > 1) {
        streams.out().println("document " + (i + 1) + " of " + verifications.size());
      }
      print(one.result(), one.verdict(), streams.out());
      printLosses(one, streams.out());
      exit = Math.max(exit, one.verdict().confirmed() ? ExitCode.DONE : ExitCode.REFUTED);
    }
    return exit;
  }

  private List<Verification> ofResults(Path scenario, Path file) {
    Problem problem = InputFiles.problem(scenario, datasets.path, streams).problem();
    return InputFiles.answers(file).stream()
        .map(answer -> Verification.of(problem, answer.result()))
        .toList();
  }

  private int ofSolution(Path file) {
    if (files.size() > 1) {
      throw new BadInputException(
          List.of("bosett: --solution is checked against one scenario, 2 files are given"));
    }
    if (!losses.isEmpty()) {
      throw new BadInputException("bosett: --loss needs a certificate, which --solution has not");
    }
    CompiledProblem problem = InputFiles.problem(files.get(0), datasets.path, streams);
    OutsideSolution found =
        InputFiles.refusing(
            file, () -> OutsideSolution.of(problem, file.toString(), InputFiles.text(file)));
    try (InterruptHandler interruptHandler = new InterruptHandler(streams.err())) {
      SolveOptions options = SolveOptions.DEFAULT.withCancel(interruptHandler.cancel());
      Result best = SolveUseCase.answer(problem, SolverSettings.NONE, options);
      SolutionText.lines(found.result(), found.claim(), found.verdict(), best)
          .forEach(streams.out()::println);
    }
    return found.verdict().confirmed() ? ExitCode.DONE : ExitCode.REFUTED;
  }

  private List<Verification> ofCertificates(Path file) {
    DatasetCatalog source = new DatasetCatalog(file.toAbsolutePath().getParent(), datasets.path);
    return InputFiles.answers(file).stream()
        .map(answer -> ofCertificate(file, answer.certificate(), source))
        .toList();
  }

  private static Verification ofCertificate(
      Path file, @Nullable CertificateFile certificate, DatasetCatalog source) {
    if (certificate == null) {
      throw new BadInputException(
          file
              + ": is a result and does not say what was asked; expected a certificate, or"
              + " the scenario before it");
    }
    return InputFiles.refusing(file, () -> Verification.of(certificate, source));
  }

  private static void print(Result result, Verdict verdict, PrintStream out) {
    if (!verdict.confirmed()) {
      int count = verdict.findings().size();
      out.println("REFUTED: " + CountPhrases.of(count, "finding", "findings"));
      verdict.findings().stream()
          .limit(MOST_FINDINGS)
          .forEach(finding -> out.println("  " + ResultTable.clean("" + finding)));
      if (count > MOST_FINDINGS) {
        out.println("  and " + CountPhrases.count(count - MOST_FINDINGS) + " more");
      }
      return;
    }
    if (verdict.certified()) {
      out.println("CONFIRMED and proven: " + status(result));
      out.println("  proof: " + verdict.reason());
    } else if (result.proof() == null) {
      out.println("CONFIRMED, which claims no proof: " + status(result));
    } else {
      out.println("CONFIRMED in numbers, not proven: " + status(result));
      out.println("  that it is " + result.status() + " rests on: " + claim(result));
      out.println("  not proven here: " + verdict.reason());
    }
  }

  private void printLosses(Verification one, PrintStream out) {
    boolean proven = one.verdict().confirmed() && one.verdict().certified();
    if (losses.isEmpty()) {
      return;
    } else if (!proven || one.result().status() != Result.Status.OPTIMAL) {
      out.println("  losses: nothing is confirmed without a proven optimum");
      return;
    }
    LossCheck check = LossCheck.of(one.problem(), one.result());
    for (BigDecimal e : losses) {
      LossCheck.Settled settled = check.within(e);
      out.println(
          "  within a loss of "
              + e.toPlainString()
              + ", "
              + settled.units()
              + " units, confirmed:");
      print("always asked", settled.always(), out);
      print("never asked", settled.never(), out);
      print("not settled by the certificate", settled.open(), out);
    }
  }

  private static void print(String what, List<String> ids, PrintStream out) {
    String list = ids.isEmpty() ? "" : ": " + ResultTable.clean(String.join(" ", ids));
    out.println("    " + CountPhrases.count(ids.size()) + " " + what + list);
  }

  private static String claim(Result result) {
    String claim = ResultTable.clean(result.solver().claim());
    return claim.isEmpty() ? "the word of " + ResultTable.clean(result.solver().name()) : claim;
  }

  private static String status(Result result) {
    Long objective = result.objective();
    return objective == null
        ? result.status().name()
        : result.status()
            + ", objective "
            + NumberText.persons(objective)
            + " persons, "
            + CountPhrases.persons(result.totals().persons())
            + " in "
            + CountPhrases.places(result.places().size());
  }
}
