package io.bosett.documents.imports.facts;

/**
 * One category of one dimension of a figure, such as "Prosent" of "Enhet".
 *
 * @param dimension the name of the dimension; empty when the file does not say
 * @param name the category
 * @param shown the category as the file writes it
 * @param role what the dimension is
 */
public record Category(String dimension, String name, String shown, Role role) {
  /** What a dimension is. */
  public enum Role {
    /** Years or parts of years. */
    TIME,
    /** Anything else that a column or a dimension of the file says. */
    OTHER,
    /** A heading above a column, which may hold several things at once. */
    HEADING
  }

  public static Category time(String dimension, String name) {
    return new Category(dimension, name, name, Role.TIME);
  }

  public static Category other(String dimension, String name) {
    return new Category(dimension, name, name, Role.OTHER);
  }

  public static Category heading(String dimension, String name, String shown) {
    return new Category(dimension, name, shown, Role.HEADING);
  }

  public Category named(String other) {
    return new Category(dimension, other, shown, role);
  }
}
