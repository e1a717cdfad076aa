package io.bosett.service.kept;

import io.bosett.documents.imports.ImportedFile;
import io.bosett.documents.imports.Importer;
import io.bosett.documents.imports.Update;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Question;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import io.bosett.store.DatasetVersion;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Imports files of figures into uploaded datasets. A new version is made whole or not at all; when
 * another version comes in between, the file is read again for that one.
 */
public final class DatasetImports {
  private static final int ATTEMPTS = 5;

  private final StoredDatasets datasets;
  private final Clock clock;

  /**
   * @param clock for the date that the provenance bears
   */
  public DatasetImports(StoredDatasets datasets, Clock clock) {
    this.datasets = datasets;
    this.clock = clock;
  }

  /**
   * What an import came to.
   *
   * @param file what was read
   * @param update what would change; null when something is refused or asked of the file
   * @param version the dataset's newest version
   * @param isNew whether the import made that version
   */
  public record Outcome(
      ImportedFile file, @Nullable Update update, DatasetVersion version, boolean isNew) {
    /** What a person must decide first. */
    public List<Question> asked() {
      List<Question> asked = new ArrayList<>(file.questions());
      if (update != null) {
        asked.addAll(update.questions());
      }
      return asked;
    }
  }

  /**
   * Imports a file.
   *
   * @param id of an uploaded dataset
   * @param isDryRun whether nothing is stored
   * @throws NoSuchElementException when there is no such dataset
   * @throws InvalidInputException when versions come in between again and again
   */
  public Outcome run(
      String id, String name, byte[] bytes, ImportAnswers answers, boolean isDryRun) {
    for (int i = 0; i < ATTEMPTS; i++) {
      DatasetVersion version = datasets.version(id).orElseThrow();
      Optional<Outcome> outcome = run(version, name, bytes, answers, isDryRun);
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    throw new InvalidInputException(
        List.of(new Violation("", "changed " + ATTEMPTS + " times while the file was read", "")));
  }

  private Optional<Outcome> run(
      DatasetVersion version, String name, byte[] bytes, ImportAnswers answers, boolean isDryRun) {
    Optional<StoredDatasets.Figures> figures = datasets.kept(version.contentHash());
    if (figures.isEmpty()) {
      return Optional.empty();
    }
    Dataset dataset = figures.get().dataset();
    ImportedFile file = new Importer(dataset).read(name, bytes, answers);
    if (!file.isSound()) {
      return Optional.of(new Outcome(file, null, version, false));
    }
    LocalDate date = LocalDate.now(clock);
    Update update = Update.of(dataset, List.of(file), answers, date);
    if (isDryRun || !update.questions().isEmpty()) {
      return Optional.of(new Outcome(file, update, version, false));
    }
    return datasets
        .replace(version, update.dataset())
        .map(now -> new Outcome(file, update, now, now.version() != version.version()));
  }
}
