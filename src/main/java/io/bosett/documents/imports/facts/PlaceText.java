package io.bosett.documents.imports.facts;

/**
 * How a file names the place of a figure.
 *
 * @param code the cell with the code, or with code and name; may be empty
 * @param name the cell with the name, when there is one of its own; may be empty
 * @param county what stands above or beside it and may say the county; may be empty
 */
public record PlaceText(String code, String name, String county) {
  /** As it is shown to people. */
  public String shown() {
    if (code.isEmpty() || name.isEmpty()) {
      return code + name;
    }
    return code + " " + name;
  }
}
