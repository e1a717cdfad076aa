package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.boundaries.Conversion;
import io.bosett.documents.boundaries.ConvertedFolder;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code datasets convert DIR --to-boundaries YEAR --into DIR}. */
@Command(
    name = "convert",
    mixinStandardHelpOptions = true,
    description = {
      "Carries a dataset over to the municipalities of a later year, by its changes.csv.",
      "Counts are summed, rates weighted; what was divided without a known share stays empty."
    })
final class DatasetsConvertCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "DIR", description = "A dataset folder with changes.csv.")
  private Path folder = Path.of("");

  @Option(
      names = "--to-boundaries",
      paramLabel = "YEAR",
      required = true,
      description = "The year whose municipalities are wanted.")
  private int year;

  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "The new folder, which must not exist.")
  private Path target = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Id of the new dataset; default the folder's name.")
  private @Nullable String id;

  @Option(
      names = "--weight",
      paramLabel = "RATE=INDICATOR",
      description = "By which indicator the parts of a rate are weighted, or none.")
  private Map<String, String> weights = new LinkedHashMap<>();

  @Option(names = "--county", paramLabel = "ID=NAME", description = "The name of a new county.")
  private Map<String, String> counties = new LinkedHashMap<>();

  DatasetsConvertCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    OutputPlaces.requireNewFolder(target);
    Conversion conversion = InputFiles.refusing(folder, this::convert);
    if (!conversion.questions().isEmpty()) {
      throw new BadInputException(
          conversion.questions().stream().map(q -> folder + ": " + q).toList());
    }
    String name = id == null ? String.valueOf(target.getFileName()) : id;
    InputFiles.refusing(target, () -> write(conversion, name));
    conversion.lists().forEach(line -> streams.out().println(ResultTable.clean(line)));
    streams
        .out()
        .println(
            target
                + ": "
                + conversion.municipalities().size()
                + " municipalities of "
                + year
                + ", from the boundaries of "
                + conversion.from());
    return ExitCode.DONE;
  }

  private Conversion convert() {
    try {
      return Conversion.of(folder, year, weights);
    } catch (IllegalArgumentException e) {
      throw new BadInputException(folder + ": " + e.getMessage());
    } catch (IOException e) {
      throw new BadInputException(folder + ": cannot be read: " + IoFailureText.of(e));
    }
  }

  private boolean write(Conversion conversion, String name) {
    try {
      ConvertedFolder.write(conversion, target, name, counties);
      return true;
    } catch (IOException e) {
      throw new BadInputException(target + ": cannot be written: " + IoFailureText.of(e));
    }
  }
}
