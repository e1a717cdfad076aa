package io.bosett.documents.imports;

import io.bosett.documents.boundaries.CodeChange;
import io.bosett.documents.boundaries.ExtraFiles;
import io.bosett.documents.boundaries.Lineage;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.read.FileReading;
import io.bosett.model.Dataset;
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

  private Importer(
      Dataset dataset,
      List<Codebook.NameVariant> names,
      List<CodeChange> changes,
      Map<String, String> remembered) {
    this.dataset = dataset;
    this.lineage = new Lineage(changes);
    List<Codebook.NameVariant> all = new ArrayList<>(names);
    for (CodeChange change : changes) {
      all.add(new Codebook.NameVariant(change.newCode(), change.newName()));
    }
    this.codebook = new Codebook(dataset, all);
    this.remembered = remembered;
  }

  /**
   * For the dataset in a folder, with its {@code names.csv}, {@code changes.csv} and {@code
   * provenance.json} where there are such.
   *
   * @throws io.bosett.documents.csv.InvalidFilesException when the folder is no sound dataset
   */
  public static Importer into(Path folder) {
    return new Importer(
        DatasetFolder.read(folder),
        ExtraFiles.names(folder),
        ExtraFiles.changes(folder),
        Provenance.read(folder).labels());
  }

  /** Reads a file. Whatever is wrong with it is in the answer. */
  public ImportedFile read(String name, byte[] bytes, ImportAnswers answers) {
    ImportFindings findings = new ImportFindings();
    Facts facts = new Facts();
    TreeSet<String> current = new TreeSet<>();
    for (int i = 0; i < dataset.size(); i++) {
      current.add(dataset.municipality(i));
    }
    FileCodes places = new FileCodes(codebook, lineage, current, answers.boundaries(), findings);
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
