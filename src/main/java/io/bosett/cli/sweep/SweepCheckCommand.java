package io.bosett.cli.sweep;

import io.bosett.model.CountPhrases;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepCheck;
import io.bosett.sweep.run.SweepFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep check DIR --points N}: solves points again and compares them with their rows. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Solves points of a result folder again, from its own record alone, and compares every value of"
          + " their rows.",
      "Exit code 0: all the same; 5: rows differ."
    })
final class SweepCheckCommand implements Callable<Integer> {
  private final SweepCommandContext context;

  @Parameters(paramLabel = "DIR", description = "A result folder.")
  private Path folder = Path.of("");

  @Option(
      names = "--points",
      paramLabel = "N",
      description = "Number of points to solve again, spread evenly over all; default 100.")
  private long points = 100;

  SweepCheckCommand(SweepCommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (points < 1) {
      throw context.badInput(List.of("bosett: --points is " + points + "; allowed: 1 or more"));
    }
    SweepInput input = new SweepInput(context);
    SweepFolder results = new SweepFolder(folder);
    Sweep sweep = input.ofFolder(results, folder);
    SweepCheck.Findings findings =
        input.reading(folder, () -> SweepCheck.check(sweep, results, points));
    findings.differences().forEach(context.out()::println);
    long bad = findings.differences().size();
    context
        .out()
        .println(
            (bad == 0 ? "CONFIRMED: " : "REFUTED: ")
                + CountPhrases.of(findings.checked(), "point", "points")
                + " solved again of "
                + CountPhrases.count(findings.there())
                + (bad == 0
                    ? ", every value the same"
                    : ", " + CountPhrases.of(bad, "difference", "differences")));
    return context.code(
        bad == 0 ? SweepCommandContext.Ending.DONE : SweepCommandContext.Ending.REFUTED);
  }
}
