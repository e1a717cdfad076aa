package io.bosett.documents.imports.folder;

import io.bosett.documents.OutputFolder;
import io.bosett.documents.dataset.DatasetFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
    OutputFolder.replace(
        folder,
        texts.keySet(),
        partial -> {
          for (String name : CORE) {
            if (!texts.containsKey(name)) {
              Files.copy(folder.resolve(name), partial.resolve(name));
            }
          }
          for (Map.Entry<String, String> file : texts.entrySet()) {
            Files.writeString(
                partial.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
          }
          DatasetFolder.read(partial);
        });
  }
}
