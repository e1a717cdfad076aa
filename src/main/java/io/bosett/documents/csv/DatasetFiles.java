package io.bosett.documents.csv;

import io.bosett.documents.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The source of a dataset's files: a folder, or the program's own resources. */
@FunctionalInterface
public interface DatasetFiles {
  /** Opens a file by its name; null when there is none. */
  @Nullable InputStream open(String name) throws IOException;

  /** The files of a folder; only requested names are ever opened. */
  static DatasetFiles in(Path folder) {
    return name -> {
      Path file = folder.resolve(name);
      return Files.isRegularFile(file) ? InputFile.open(file) : null;
    };
  }

  /** The files that ship with the program under a dataset's id. */
  static DatasetFiles shipped(String id) {
    return name -> DatasetFiles.class.getResourceAsStream("/datasets/" + id + "/" + name);
  }
}
