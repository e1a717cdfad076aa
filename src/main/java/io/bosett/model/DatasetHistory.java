package io.bosett.model;

import java.util.List;

/**
 * What a dataset knows beside its figures: how its municipalities are spelled elsewhere, what
 * became of those of other years, and where its figures come from. Enters no hash and no
 * allocation.
 *
 * @param spellings names under which municipalities of any year occur
 * @param changes of codes and boundaries, by which those of one year become those of another
 * @param imports of figures, in the order of indicator and year
 */
public record DatasetHistory(
    List<Spelling> spellings, List<CodeChange> changes, List<Import> imports) {
  /** Nothing is known. */
  public static final DatasetHistory NONE = new DatasetHistory(List.of(), List.of(), List.of());

  public DatasetHistory {
    spellings = List.copyOf(spellings);
    changes = List.copyOf(changes);
    imports = List.copyOf(imports);
  }

  /**
   * A spelling of a name.
   *
   * @param code of the municipality, of any year
   * @param name as it is written somewhere
   */
  public record Spelling(String code, String name) {}

  /**
   * The provenance of one indicator and year in one file.
   *
   * @param indicator the id
   * @param year the year
   * @param label what the file calls it
   * @param file its name
   * @param sha256 of its bytes, in hexadecimal
   * @param date on which it was imported, ISO 8601
   * @param cells how many the file has
   * @param answers the flags with which it was imported
   */
  public record Import(
      String indicator,
      int year,
      String label,
      String file,
      String sha256,
      String date,
      int cells,
      List<String> answers) {
    public Import {
      answers = List.copyOf(answers);
    }

    /** The same with other answers. */
    public Import withAnswers(List<String> others) {
      return new Import(indicator, year, label, file, sha256, date, cells, others);
    }
  }

  /** A copy with other imports. */
  public DatasetHistory withImports(List<Import> others) {
    return new DatasetHistory(spellings, changes, others);
  }
}
