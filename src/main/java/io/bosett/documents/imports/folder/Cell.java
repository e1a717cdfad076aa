package io.bosett.documents.imports.folder;

/**
 * A cell of the dataset as a file has it.
 *
 * @param municipality its id in the dataset
 * @param indicator its id in the dataset
 * @param year the year
 * @param value a decimal number; empty when the cell is suppressed
 */
public record Cell(String municipality, String indicator, int year, String value) {
  /** Whether there is a figure that is kept secret. */
  public boolean isSuppressed() {
    return value.isEmpty();
  }

  /** The flag as the dataset's table writes it. */
  public String flag() {
    return isSuppressed() ? "s" : "";
  }
}
