package io.bosett.documents.dataset;

import io.bosett.documents.csv.DatasetFiles;
import io.bosett.documents.csv.FileFault;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.TextRules;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a dataset folder, of any country: {@code dataset.json} describes the figures, {@code
 * municipalities.csv} names the municipalities, {@code indicators.csv} holds the cells; {@link
 * MapCsv}, {@link BoundariesFile} and {@link HistoryFiles} read the optional files. Reads all files
 * before it reports errors. Takes time linear in the cells, about a microsecond each, and holds one
 * file at a time in memory.
 */
public final class DatasetFolder {
  private DatasetFolder() {}

  /**
   * Reads a folder.
   *
   * @throws InvalidFilesException with all errors of all files
   */
  public static Dataset read(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new InvalidFilesException(
          List.of(FileFault.ofWhole(folder.toString(), "is not a folder")));
    }
    return read(DatasetFiles.in(folder), null);
  }

  /**
   * Reads the files of a dataset.
   *
   * @param expectedId the id under which it was found, or null when any will do
   */
  static Dataset read(DatasetFiles files, @Nullable String expectedId) {
    DescriptionFile json = new DescriptionFile();
    DatasetBuilder builder = json.read(files);
    MunicipalitiesCsv municipalities = new MunicipalitiesCsv(builder, json.counties());
    municipalities.read(files);
    IndicatorsCsv indicators = new IndicatorsCsv(builder, municipalities, json.indicators());
    indicators.read(files);
    MapCsv map = new MapCsv(builder, municipalities);
    map.read(files);
    BoundariesFile boundaries = new BoundariesFile(builder, municipalities);
    boundaries.read(files);
    HistoryFiles history = new HistoryFiles();
    history.read(files);
    List<FileFault> faults = new ArrayList<>(json.faults());
    String id = DescriptionFile.idOf(files);
    if (expectedId != null && id != null && !id.equals(expectedId)) {
      String detail = "says the id is " + TextRules.quoted(id) + ", found as '" + expectedId + "'";
      faults.add(FileFault.ofWhole(DescriptionFile.FILE, detail));
    }
    faults.addAll(municipalities.faults());
    faults.addAll(indicators.faults());
    faults.addAll(map.faults());
    faults.addAll(boundaries.faults());
    faults.addAll(history.faults());
    if (!faults.isEmpty()) {
      throw new InvalidFilesException(faults);
    }
    return builder.history(history.history()).build();
  }
}
