package io.bosett.cli.sweep;

import io.bosett.cli.table.ResultTable;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.service.IoFailureText;
import io.bosett.service.SweepLoader;
import io.bosett.sweep.run.Sweep;
import io.bosett.sweep.run.SweepFolder;
import io.bosett.sweep.run.SweepRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the files that commands on sweeps are given; every error in them is bad input. */
final class SweepInput {
  private final SweepCommandContext context;

  SweepInput(SweepCommandContext context) {
    this.context = context;
  }

  /** The sweep of a document, or of a result folder. */
  Sweep of(Path file, @Nullable Path datasets) {
    if (Files.isDirectory(file)) {
      return ofFolder(new SweepFolder(file), file);
    }
    Sweep sweep = reading(file, () -> SweepLoader.ofFile(file, datasets));
    sweep
        .plan()
        .warnings()
        .forEach(one -> context.err().println(ResultTable.clean(file + ": /scenario: " + one)));
    return sweep;
  }

  /** The sweep whose results are in a folder. */
  Sweep ofFolder(SweepFolder folder, Path path) {
    return reading(path, () -> SweepLoader.ofFolder(folder));
  }

  /** Reads something. */
  interface Reading<T> {
    T read() throws IOException;
  }

  <T> T reading(Path file, Reading<T> reading) {
    try {
      return reading.read();
    } catch (InvalidInputException e) {
      throw context.badInput(e.violations().stream().map(v -> file + ": " + v).toList());
    } catch (InvalidFilesException e) {
      throw context.badInput(e.faults().stream().map(Object::toString).toList());
    } catch (SweepRefusedException e) {
      throw context.badInput(List.of("bosett: " + e.getMessage()));
    } catch (IOException e) {
      throw context.badInput(List.of(file + ": cannot be read: " + IoFailureText.of(e)));
    }
  }
}
