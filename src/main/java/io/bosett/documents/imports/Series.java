package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.PlaceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a file that are of one thing in one year.
 *
 * @param key what they are of
 * @param entries the figures, one per place
 */
record Series(Key key, List<Entry> entries) {
  /**
   * What figures are of.
   *
   * @param parts all that the file says but the time
   * @param year null when the file does not say it
   * @param part of the year, such as K4, or empty
   * @param column the letter, where an answer names it, else empty
   * @param title what stands for the parts where there are none
   */
  record Key(
      List<Category> parts, @Nullable Integer year, String part, String column, String title) {
    /** For people. */
    String label() {
      String joined =
          parts.stream()
              .map(Category::name)
              .filter(name -> !name.isEmpty())
              .distinct()
              .collect(Collectors.joining(" / "));
      return joined.isEmpty() ? title : joined;
    }
  }

  String label() {
    return key.label();
  }

  /** Whether the figures are results of formulas in the file. */
  boolean isComputed() {
    return entries.stream().allMatch(entry -> entry.column().endsWith("="));
  }

  /** The columns that hold a figure of the same place, when there are several. */
  List<String> repeatedColumns() {
    Map<PlaceText, String> columns = new HashMap<>();
    TreeSet<String> repeated = new TreeSet<>();
    for (Entry entry : entries) {
      String other = entry.value().isEmpty() ? null : columns.put(entry.place(), entry.column());
      if (other != null && !other.equals(entry.column())) {
        repeated.add(other.replace("=", ""));
        repeated.add(entry.column().replace("=", ""));
      }
    }
    return new ArrayList<>(repeated);
  }
}
