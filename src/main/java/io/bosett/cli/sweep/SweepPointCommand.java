package io.bosett.cli.sweep;

import io.bosett.cli.table.ResultTable;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.ResultJson;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import io.bosett.solve.CancellationToken;
import io.bosett.sweep.plan.AxisValue;
import io.bosett.sweep.plan.SweepPlan;
import io.bosett.sweep.points.PointSolver;
import io.bosett.sweep.run.Sweep;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep point FILE N}: one point with its scenario, result and certificate. */
@Command(
    name = "point",
    mixinStandardHelpOptions = true,
    description =
        "Solves one point of a sweep and prints it: values, scenario, answer, certificate.")
final class SweepPointCommand implements Callable<Integer> {
  private final SweepCommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A sweep document or a result folder.")
  private Path file = Path.of("");

  @Parameters(index = "1", paramLabel = "N", description = "The number of the point, from 0.")
  private long number;

  @Option(
      names = "--format",
      description =
          "One of: ${COMPLETION-CANDIDATES}. The default is table; certificate holds scenario, answer"
              + " and figures, for the command check.")
  private Format format = Format.table;

  @Option(
      names = "--datasets",
      paramLabel = "DIR",
      description = "A folder with one folder per dataset.")
  private @Nullable Path datasets;

  SweepPointCommand(SweepCommandContext context) {
    this.context = context;
  }

  /** The values of {@code --format}. */
  enum Format {
    table,
    scenario,
    result,
    certificate
  }

  @Override
  public Integer call() throws IOException {
    Sweep sweep = new SweepInput(context).of(file, datasets);
    long points = sweep.plan().points();
    if (number < 0 || number >= points) {
      throw context.badInput(List.of("bosett: N is " + number + "; allowed: 0.." + (points - 1)));
    }
    try {
      PointSolver solver = new PointSolver(sweep.plan(), List.of(), new CancellationToken());
      PointSolver.Documented point = solver.documented(number);
      write(sweep.plan(), point);
      return context.code(ending(point.result()));
    } catch (InvalidInputException e) {
      throw context.badInput(
          e.violations().stream().map(v -> "point " + number + ": " + v).toList());
    }
  }

  private static SweepCommandContext.Ending ending(Result result) {
    return switch (result.status()) {
      case OPTIMAL -> SweepCommandContext.Ending.DONE;
      case INFEASIBLE -> SweepCommandContext.Ending.INFEASIBLE;
      case FEASIBLE, UNKNOWN -> SweepCommandContext.Ending.LIMIT;
    };
  }

  private void write(SweepPlan plan, PointSolver.Documented point) throws IOException {
    switch (format) {
      case scenario ->
          context
              .out()
              .println(new String(point.problem().document().utf8(), StandardCharsets.UTF_8));
      case result -> {
        ResultJson.write(point.result(), context.out());
        context.out().println();
      }
      case certificate ->
          context.out().println(CertificateFile.of(point.problem(), point.result()).json());
      case table -> {
        context.out().println("point " + number);
        for (int a = 0; a < plan.axes().size(); a++) {
          AxisValue value = point.point().values().get(a);
          String text = value.text() == null ? "drawn for each municipality" : value.text();
          context.out().println(ResultTable.clean("  " + plan.axes().get(a).name() + "  " + text));
        }
        context.out().println();
        ResultTable.lines(point.result()).forEach(context.out()::println);
      }
    }
  }
}
