package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.table.DatasetTable;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.TilesCsv;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import io.bosett.service.IoFailureText;
import io.bosett.tiles.TileMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code datasets tiles DIR}: makes the tile map of a dataset folder. */
@Command(
    name = "tiles",
    mixinStandardHelpOptions = true,
    description = {
      "Makes tiles.csv, the map of hexagons of a dataset folder, from longitude and latitude; without"
          + " them each county is a block.",
      "A tiles.csv that is there stays unless --overwrite is given: places may have been corrected by"
          + " hand."
    })
final class DatasetsTilesCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "DIR", description = "A dataset folder.")
  private Path folder = Path.of("");

  @Option(names = "--overwrite", description = "Replaces a tiles.csv that is there.")
  private boolean overwrite;

  DatasetsTilesCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    Path file = folder.resolve(TilesCsv.FILE);
    if (!overwrite && Files.exists(file)) {
      throw new BadInputException(
          file + ": is there already; expected a folder without it, or --overwrite");
    }
    Dataset dataset = InputFiles.refusing(folder, () -> DatasetFolder.read(folder));
    List<Tile> tiles = TileMap.of(dataset);
    try {
      AtomicFile.write(file, stream -> TilesCsv.write(dataset, tiles, stream));
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be written: " + IoFailureText.of(e));
    }
    streams.out().println(file + ": " + DatasetTable.tiles(dataset, tiles));
    return ExitCode.DONE;
  }
}
