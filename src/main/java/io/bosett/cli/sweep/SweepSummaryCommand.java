package io.bosett.cli.sweep;

import io.bosett.documents.AtomicFile;
import io.bosett.documents.sweep.SweepDocument.Keep;
import io.bosett.service.IoFailureText;
import io.bosett.sweep.report.BoxReport;
import io.bosett.sweep.report.BoxSearch;
import io.bosett.sweep.report.SweepReport;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sweep summary DIR}: the report of a result folder, or the boxes of one municipality. */
@Command(
    name = "summary",
    mixinStandardHelpOptions = true,
    description = {
      "Writes the report of a result folder as a page that stands by itself:"
          + " summary/report.nb.html, .nn.html and .en.html below it.",
      "With --place prints in which points a municipality is not asked: boxes of the axes, found by"
          + " PRIM, from wide to dense; and writes them as such pages, with a picture."
    })
final class SweepSummaryCommand implements Callable<Integer> {
  private final SweepCommandContext context;

  @Parameters(paramLabel = "DIR", description = "A result folder.")
  private Path folder = Path.of("");

  @Option(names = "--place", paramLabel = "ID", description = "A municipality.")
  private @Nullable String place;

  @Option(
      names = "--asked",
      description = "With --place: prints in which points it is asked, instead of not.")
  private boolean asked;

  SweepSummaryCommand(SweepCommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    SweepInput input = new SweepInput(context);
    SweepFolder results = new SweepFolder(folder);
    Sweep sweep = input.ofFolder(results, folder);
    if (place != null) {
      boxes(input, sweep, results, place);
    } else if (asked) {
      throw context.badInput(List.of("bosett: --asked is given without --place"));
    } else {
      context.out().println(input.reading(folder, () -> SweepReport.line(sweep, results)));
      for (String language : SweepReport.languages()) {
        String html = input.reading(folder, () -> SweepReport.html(sweep, results, language));
        write(folder.resolve("summary").resolve("report." + language + ".html"), html);
      }
    }
    return context.code(SweepCommandContext.Ending.DONE);
  }

  private void boxes(SweepInput input, Sweep sweep, SweepFolder results, String id) {
    int index = sweep.plan().municipalities().indexOf(id);
    if (index < 0) {
      throw context.badInput(List.of("bosett: --place is '" + id + "', not one of the sweep"));
    }
    if (!sweep.plan().sweep().keep().contains(Keep.SELECTED)) {
      throw context.badInput(
          List.of(
              "bosett: --place needs to know who is asked at each point, and "
                  + folder
                  + " does not keep it; expected \"selected\" in keep of the sweep"));
    }
    BoxSearch.Found found =
        input.reading(folder, () -> BoxSearch.find(sweep, results, index, asked));
    found.lines().forEach(context.out()::println);
    String name = "boxes-" + id.replaceAll("[^A-Za-z0-9-]", "_") + (asked ? "-asked" : "");
    for (String language : SweepReport.languages()) {
      String html = BoxReport.html(sweep, found, index, asked, language);
      write(folder.resolve("summary").resolve(name + "." + language + ".html"), html);
    }
  }

  private void write(Path file, String html) {
    try {
      AtomicFile.write(file, out -> out.write(html.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw context.badInput(
          List.of("bosett: " + file + ": cannot be written: " + IoFailureText.of(e)));
    }
    context.out().println(file);
  }
}
