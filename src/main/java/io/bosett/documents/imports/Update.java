package io.bosett.documents.imports;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.FolderWriter;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the figures of some files would change in a dataset folder, and the change itself. Nothing
 * is written before {@link #write}, and then all or nothing.
 */
public final class Update {
  private final Path folder;
  private final Dataset dataset;
  private final IndicatorTable table;
  private final Map<String, Tally> tallies = new TreeMap<>();
  private final List<Provenance.Import> imports = new ArrayList<>();
  private final NewIndicators indicators;
  private final List<String> refusals = new ArrayList<>();

  private Update(Path folder, ImportAnswers answers) throws IOException {
    this.folder = folder;
    this.dataset = DatasetFolder.read(folder);
    this.table = IndicatorTable.read(folder);
    this.indicators = new NewIndicators(dataset.indicators().keySet(), answers);
  }

  /**
   * Plans the change that files make which are sound, with nothing refused or asked.
   *
   * @param date that the provenance bears
   */
  public static Update of(
      Path folder, List<ImportedFile> files, ImportAnswers answers, LocalDate date)
      throws IOException {
    Update update = new Update(folder, answers);
    Map<IndicatorTable.Key, Cell> all = new LinkedHashMap<>();
    for (ImportedFile file : files) {
      for (Cell cell : file.cells()) {
        Cell other = all.putIfAbsent(IndicatorTable.Key.of(cell), cell);
        if (other != null && !IndicatorTable.isEqual(other, cell)) {
          update.refusals.add(
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
      update.indicators.add(file);
      update.provenance(file, answers, date);
    }
    all.values().forEach(update::put);
    return update;
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

  private void provenance(ImportedFile file, ImportAnswers answers, LocalDate date) {
    Map<String, Integer> counts = new TreeMap<>();
    for (Cell cell : file.cells()) {
      counts.merge(cell.indicator() + " " + cell.year(), 1, Integer::sum);
    }
    for (String name : new TreeSet<>(counts.keySet())) {
      String indicator = name.substring(0, name.lastIndexOf(' '));
      imports.add(
          new Provenance.Import(
              indicator,
              Integer.parseInt(name.substring(indicator.length() + 1)),
              file.labels().getOrDefault(indicator, ""),
              file.name(),
              file.sha256(),
              date.toString(),
              counts.getOrDefault(name, 0),
              flags(indicator, file, answers)));
    }
  }

  /** The answers, with the column that an indicator was found in by itself. */
  private static List<String> flags(String indicator, ImportedFile file, ImportAnswers answers) {
    List<String> flags = new ArrayList<>();
    if (!answers.columns().containsKey(indicator)) {
      flags.add("--map " + indicator + "=" + file.labels().getOrDefault(indicator, ""));
    }
    flags.addAll(answers.asFlags());
    return flags;
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

  /** Writes the cells, new indicators and provenance into the folder, all or nothing. */
  public void write() throws IOException {
    if (!refusals.isEmpty() || !questions().isEmpty()) {
      throw new IllegalStateException("something is refused or asked");
    }
    Map<String, String> texts = new LinkedHashMap<>();
    if (!indicators.ids().isEmpty()) {
      texts.put(FolderWriter.DESCRIPTION, indicators.text(folder));
    }
    if (tallies.values().stream().anyMatch(Tally::changesAnything)) {
      texts.put(IndicatorTable.FILE, table.text());
    }
    Provenance before = Provenance.read(folder);
    Provenance after = before.with(imports);
    if (!after.equals(before)) {
      texts.put(Provenance.FILE, after.text());
    }
    if (!texts.isEmpty()) {
      FolderWriter.replace(folder, texts);
    }
  }
}
