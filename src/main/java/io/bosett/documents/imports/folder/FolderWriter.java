package io.bosett.documents.imports.folder;

import io.bosett.documents.dataset.DatasetFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Writes several files of a dataset folder, all or none: they are written beside the folder's own
 * first and read as a dataset; only what is sound takes the place of the old files.
 */
public final class FolderWriter {
  /** The name of the file that describes the dataset. */
  public static final String DESCRIPTION = "dataset.json";

  private static final List<String> CORE =
      List.of(DESCRIPTION, "municipalities.csv", IndicatorTable.FILE);

  private FolderWriter() {}

  /**
   * Replaces files.
   *
   * @param texts by the name of the file, in the order in which they take their places
   * @throws io.bosett.documents.csv.InvalidFilesException when the result would be no sound dataset
   */
  public static void replace(Path folder, Map<String, String> texts) throws IOException {
    Path partial = Files.createTempDirectory(folder, ".import-");
    try {
      for (String name : CORE) {
        if (!texts.containsKey(name)) {
          Files.copy(folder.resolve(name), partial.resolve(name));
        }
      }
      for (Map.Entry<String, String> file : texts.entrySet()) {
        Files.writeString(partial.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
      }
      DatasetFolder.read(partial);
      for (String name : texts.keySet()) {
        Files.move(
            partial.resolve(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      deleteIfThere(partial);
    }
  }

  /** A new folder beside one that does not exist yet, which takes its place when it is whole. */
  public static Path beside(Path target) throws IOException {
    Path whole = target.toAbsolutePath();
    return Files.createDirectory(
        whole.resolveSibling("." + whole.getFileName() + "-" + UUID.randomUUID()));
  }

  /** Deletes a folder with all that is in it. */
  public static void deleteIfThere(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(FolderWriter::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
