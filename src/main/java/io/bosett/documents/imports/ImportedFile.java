package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Skipped;
import io.bosett.documents.imports.folder.Cell;
import java.util.List;
import java.util.Map;

/**
 * What one file came to.
 *
 * @param name of the file
 * @param sha256 of its bytes, in hexadecimal
 * @param cells for the dataset; of no use when something is refused or asked
 * @param sums of the cells, by indicator and year
 * @param labels what the file calls each indicator
 * @param units what the file says of the units, by its own labels
 * @param source what the file says of its source, or the empty text
 * @param skipped what is left out
 * @param warnings worth knowing
 * @param questions what a person must decide
 * @param refusals why it cannot be used
 */
public record ImportedFile(
    String name,
    String sha256,
    List<Cell> cells,
    List<ColumnSum> sums,
    Map<String, String> labels,
    Map<String, String> units,
    String source,
    List<Skipped> skipped,
    List<String> warnings,
    List<Question> questions,
    List<String> refusals) {
  public ImportedFile {
    cells = List.copyOf(cells);
    sums = List.copyOf(sums);
    labels = Map.copyOf(labels);
    units = Map.copyOf(units);
    skipped = List.copyOf(skipped);
    warnings = List.copyOf(warnings);
    questions = List.copyOf(questions);
    refusals = List.copyOf(refusals);
  }

  /** Whether nothing is refused and nothing asked. */
  public boolean isSound() {
    return refusals.isEmpty() && questions.isEmpty();
  }
}
