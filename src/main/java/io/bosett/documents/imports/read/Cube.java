package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Period;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.ReadingLimits;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.List;

/** A figure for each combination of the categories of some dimensions. */
final class Cube {
  private final List<Dimension> dimensions;
  private final Codebook codebook;

  Cube(List<Dimension> dimensions, Codebook codebook) {
    this.dimensions = dimensions;
    this.codebook = codebook;
  }

  /** What a dimension is, as far as the file says. */
  enum Role {
    GEO,
    TIME,
    OTHER,
    UNKNOWN
  }

  /**
   * A dimension.
   *
   * @param name for people
   * @param role as the file says
   * @param codes of the categories
   * @param labels of the categories; empty where there is none
   */
  record Dimension(String name, Role role, List<String> codes, List<String> labels) {
    int size() {
      return codes.size();
    }

    /** The label, or the code where there is none. */
    String text(int category) {
      return labels.get(category).isEmpty() ? codes.get(category) : labels.get(category);
    }
  }

  /** The value at an index, row by row, the last dimension running fastest. */
  @FunctionalInterface
  interface Values {
    Value at(int index);
  }

  /** Adds all figures. */
  void into(Facts facts, Values values) {
    long size = 1;
    for (Dimension dimension : dimensions) {
      size *= dimension.size();
      if (size > ReadingLimits.FIGURES) {
        throw new UnreadableException("holds more than " + ReadingLimits.FIGURES + " figures");
      }
    }
    int place = placeDimension();
    int[] at = new int[dimensions.size()];
    for (int index = 0; index < size; index++) {
      facts.add(new Entry(placeText(place, at), categories(place, at), values.at(index), ""));
      advance(at);
    }
  }

  private void advance(int[] at) {
    for (int d = at.length - 1; d >= 0; d--) {
      at[d]++;
      if (at[d] < dimensions.get(d).size()) {
        return;
      }
      at[d] = 0;
    }
  }

  private PlaceText placeText(int place, int[] at) {
    Dimension dimension = dimensions.get(place);
    return new PlaceText(dimension.codes.get(at[place]), dimension.labels.get(at[place]), "");
  }

  private List<Category> categories(int place, int[] at) {
    List<Category> categories = new ArrayList<>();
    for (int d = 0; d < at.length; d++) {
      if (d != place) {
        Dimension dimension = dimensions.get(d);
        categories.add(
            isTime(dimension)
                ? Category.time(dimension.name, dimension.text(at[d]))
                : Category.other(dimension.name, dimension.text(at[d])));
      }
    }
    return categories;
  }

  private static boolean isTime(Dimension dimension) {
    return dimension.role == Role.TIME
        || (dimension.role == Role.UNKNOWN
            && (LabelWords.is(LabelWords.Kind.TIME, dimension.name)
                || dimension.codes.stream().allMatch(Period::isPeriod)));
  }

  /** The dimension that says so, else the one with most municipalities. */
  private int placeDimension() {
    int best = -1;
    long most = 0;
    for (int d = 0; d < dimensions.size(); d++) {
      Dimension dimension = dimensions.get(d);
      if (dimension.role == Role.GEO) {
        return d;
      }
      long known = 0;
      for (int i = 0; i < dimension.size() && dimension.role == Role.UNKNOWN; i++) {
        PlaceText text = new PlaceText(dimension.codes.get(i), dimension.labels.get(i), "");
        known += codebook.place(text).isPlace() ? 1 : 0;
      }
      if (known > most && !isTime(dimension)) {
        most = known;
        best = d;
      }
    }
    if (best < 0) {
      throw new UnreadableException("has no dimension of municipalities");
    }
    return best;
  }
}
