package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The catalog of datasets by id, in the order of preference: the scenario file's folder when that
 * is a dataset of the id, else {@code DIR/<id>} in a folder of datasets, else one that ships with
 * the program. An id is never a path: what does not look like an id is not searched for (path
 * traversal).
 */
public final class DatasetCatalog implements DatasetSource {
  private final @Nullable Path scenarioFolder;
  private final @Nullable Path datasetsFolder;

  /**
   * @param scenarioFolder the folder of the scenario file, or null
   * @param datasetsFolder a folder with one folder per dataset, or null
   */
  public DatasetCatalog(@Nullable Path scenarioFolder, @Nullable Path datasetsFolder) {
    this.scenarioFolder = scenarioFolder;
    this.datasetsFolder = datasetsFolder;
  }

  /** The datasets that ship with the program. */
  public static DatasetCatalog shipped() {
    return new DatasetCatalog(null, null);
  }

  @Override
  public Dataset dataset(String id) {
    Place place = TextRules.DATASET_ID.matcher(id).matches() ? find(id) : null;
    if (place == null) {
      throw new InvalidInputException(
          List.of(Violation.among("/dataset", TextRules.quoted(id) + " is not a dataset", ids())));
    }
    try {
      return DatasetFolder.read(place.files, id);
    } catch (InvalidFilesException e) {
      throw e.in(place.name);
    }
  }

  private record Place(DatasetFiles files, String name) {
    static Place of(Path folder) {
      return new Place(DatasetFiles.in(folder), folder.toString());
    }
  }

  private @Nullable Place find(String id) {
    if (scenarioFolder != null && isDataset(scenarioFolder, id)) {
      return Place.of(scenarioFolder);
    }
    if (datasetsFolder != null && isDatasetFolder(datasetsFolder.resolve(id))) {
      return Place.of(datasetsFolder.resolve(id));
    }
    return shippedIds().contains(id) ? new Place(DatasetFiles.shipped(id), id) : null;
  }

  /** Whether a folder is the dataset; one without a readable description counts by its name. */
  private static boolean isDataset(Path folder, String id) {
    if (!isDatasetFolder(folder)) {
      return false;
    }
    String found = DescriptionFile.idOf(DatasetFiles.in(folder));
    Path name = folder.toAbsolutePath().normalize().getFileName();
    return found == null ? name != null && name.toString().equals(id) : found.equals(id);
  }

  private static boolean isDatasetFolder(Path folder) {
    return Files.isRegularFile(folder.resolve(DescriptionFile.FILE));
  }

  @Override
  public List<String> ids() {
    TreeSet<String> ids = new TreeSet<>(shippedIds());
    if (scenarioFolder != null && isDatasetFolder(scenarioFolder)) {
      String id = DescriptionFile.idOf(DatasetFiles.in(scenarioFolder));
      if (id != null && TextRules.DATASET_ID.matcher(id).matches()) {
        ids.add(id);
      }
    }
    if (datasetsFolder != null && Files.isDirectory(datasetsFolder)) {
      ids.addAll(idsIn(datasetsFolder));
    }
    return List.copyOf(ids);
  }

  private static List<String> idsIn(Path folder) {
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(DatasetCatalog::isDatasetFolder)
          .map(path -> path.getFileName().toString())
          .filter(name -> TextRules.DATASET_ID.matcher(name).matches())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the datasets in " + folder, e);
    }
  }

  /** The ids of the datasets that ship with the program. */
  public static List<String> shippedIds() {
    try (InputStream in = DatasetCatalog.class.getResourceAsStream("/datasets/shipped.txt")) {
      if (in == null) {
        return List.of();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the list of shipped datasets", e);
    }
  }
}
