package io.bosett.documents.imports;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.FolderWriter;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.documents.imports.folder.ProvenanceText;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.DatasetHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the figures of some files would change in a dataset, and the change itself. Nothing is
 * written before {@link #write}, and then all or nothing.
 */
public final class Update {
  private final Dataset dataset;
  private final IndicatorTable table;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final Map<IndicatorTable.Key, Cell> cells = new LinkedHashMap<>();
  private final NewIndicators indicators;
  private final List<String> refusals = new ArrayList<>();
  private List<DatasetHistory.Import> imports;

  private Update(Dataset dataset, IndicatorTable table, ImportAnswers answers) {
    this.dataset = dataset;
    this.table = table;
    this.imports = dataset.history().imports();
    this.indicators = new NewIndicators(dataset.indicators().keySet(), answers);
  }

  /**
   * Plans the change of a folder that files make which are sound, with nothing refused or asked.
   *
   * @param date that the provenance bears
   */
  public static Update of(
      Path folder, List<ImportedFile> files, ImportAnswers answers, LocalDate date)
      throws IOException {
    return of(DatasetFolder.read(folder), IndicatorTable.read(folder), files, answers, date);
  }

  /** Plans the same change of a dataset in memory. */
  public static Update of(
      Dataset dataset, List<ImportedFile> files, ImportAnswers answers, LocalDate date) {
    return of(dataset, IndicatorTable.of(dataset), files, answers, date);
  }

  private static Update of(
      Dataset dataset,
      IndicatorTable table,
      List<ImportedFile> files,
      ImportAnswers answers,
      LocalDate date) {
    Update update = new Update(dataset, table, answers);
    for (ImportedFile file : files) {
      file.cells().forEach(cell -> update.join(file, cell));
      update.indicators.add(file);
      update.imports =
          Provenance.with(update.imports, Provenance.of(file, answers, date.toString()));
    }
    update.cells.values().forEach(update::put);
    return update;
  }

  private void join(ImportedFile file, Cell cell) {
    Cell other = cells.putIfAbsent(IndicatorTable.Key.of(cell), cell);
    if (other != null && !IndicatorTable.isEqual(other, cell)) {
      refusals.add(
          file.name()
              + ": "
              + cell.municipality()
              + " has "
              + cell.value()
              + " as "
              + cell.indicator()
              + " of "
              + cell.year()
              + ", another file has "
              + other.value());
    }
  }

  private void put(Cell cell) {
    String name = cell.indicator() + " " + cell.year();
    Tally tally = tallies.computeIfAbsent(name, n -> new Tally(cell.indicator(), cell.year()));
    Cell before = table.get(IndicatorTable.Key.of(cell));
    if (before == null) {
      tally.add();
    } else if (IndicatorTable.isEqual(before, cell)) {
      tally.keep();
    } else {
      tally.change(before, cell);
    }
    table.put(cell);
  }

  /** What is asked about new indicators. */
  public List<Question> questions() {
    return indicators.questions();
  }

  /** Why the files cannot go together. */
  public List<String> refusals() {
    return List.copyOf(refusals);
  }

  /** The changes by indicator and year. */
  public List<Tally> tallies() {
    return List.copyOf(tallies.values());
  }

  /** The ids of the indicators that the dataset has not had. */
  public List<String> newIndicators() {
    return indicators.ids();
  }

  private void requireSound() {
    if (!refusals.isEmpty() || !questions().isEmpty()) {
      throw new IllegalStateException("something is refused or asked");
    }
  }

  /** The dataset with the cells, new indicators and provenance. */
  public Dataset dataset() {
    requireSound();
    DatasetBuilder builder =
        DatasetBuilder.of(dataset).history(dataset.history().withImports(imports));
    indicators.all().forEach(builder::indicator);
    for (Cell cell : cells.values()) {
      if (cell.isSuppressed()) {
        builder.suppressed(cell.municipality(), cell.indicator(), cell.year());
      } else {
        double value = Double.parseDouble(cell.value());
        builder.number(cell.municipality(), cell.indicator(), cell.year(), value);
      }
    }
    return builder.build();
  }

  /** Writes the cells, new indicators and provenance into the folder, all or nothing. */
  public void write(Path folder) throws IOException {
    requireSound();
    Map<String, String> texts = new LinkedHashMap<>();
    if (!indicators.ids().isEmpty()) {
      texts.put(FolderWriter.DESCRIPTION, indicators.text(folder));
    }
    if (tallies.values().stream().anyMatch(Tally::changesAnything)) {
      texts.put(IndicatorTable.FILE, table.text());
    }
    if (!imports.equals(dataset.history().imports())) {
      texts.put(HistoryFiles.PROVENANCE, ProvenanceText.of(imports));
    }
    if (!texts.isEmpty()) {
      FolderWriter.replace(folder, texts);
    }
  }
}
