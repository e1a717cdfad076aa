package io.bosett.documents.imports;

import io.bosett.documents.boundaries.Lineage;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.read.FileReading;
import io.bosett.model.CodeChange;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetHistory;
import io.bosett.model.LostZeros;
import io.bosett.model.Sha256;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads files of figures as a dataset needs them. Reads only; nothing is written. */
public final class Importer {
  /** The largest file, in bytes. */
  public static final long LARGEST = FileReading.LARGEST;

  private final Dataset dataset;
  private final Codebook codebook;
  private final Lineage lineage;
  private final Map<String, String> remembered;

  /**
   * For a dataset, by its names, changes of codes, and earlier imports.
   *
   * @param dataset that takes the figures in
   */
  public Importer(Dataset dataset) {
    DatasetHistory history = dataset.history();
    this.dataset = dataset;
    this.lineage = new Lineage(history.changes());
    List<DatasetHistory.Spelling> all = new ArrayList<>(history.spellings());
    for (CodeChange change : history.changes()) {
      all.add(new DatasetHistory.Spelling(change.newCode(), change.newName()));
    }
    this.codebook = new Codebook(dataset, all);
    this.remembered = Provenance.labels(history.imports());
  }

  /**
   * For the dataset in a folder.
   *
   * @throws io.bosett.documents.csv.InvalidFilesException when the folder is no sound dataset
   */
  public static Importer into(Path folder) {
    return new Importer(DatasetFolder.read(folder));
  }

  /** Reads a file. Whatever is wrong with it is in the answer. */
  public ImportedFile read(String name, byte[] bytes, ImportAnswers answers) {
    ImportFindings findings = new ImportFindings();
    String lost = LostZeros.warning(dataset);
    if (lost != null) {
      findings.warn("in the dataset, " + lost);
    }
    Facts facts = new Facts();
    TreeSet<String> current = new TreeSet<>(dataset.municipalities());
    FileCodes places = new FileCodes(codebook, lineage, current, answers, findings);
    Interpretation reading = new Interpretation(facts, answers, places, findings);
    try {
      facts = FileReading.read(bytes, codebook, answers, findings);
      reading = new Interpretation(facts, answers, places, findings);
      if (findings.isSound()) {
        reading.read(dataset.indicators().keySet(), remembered);
      }
    } catch (UnreadableException e) {
      findings.refuse(String.valueOf(e.getMessage()));
    }
    return new ImportedFile(
        name,
        Sha256.hex(bytes),
        findings.isSound() ? reading.cells() : List.of(),
        reading.sums(),
        reading.labels(),
        facts.units(),
        facts.source(),
        findings.skipped(),
        findings.warnings(),
        findings.questions(),
        findings.refusals());
  }
}
