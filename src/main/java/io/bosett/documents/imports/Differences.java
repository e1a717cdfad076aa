package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Question;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * In which dimensions several series differ that are mapped to one indicator and year.
 *
 * @param categories the categories of each dimension that differs
 */
record Differences(Map<String, Set<String>> categories) {
  private static final int MOST_SHOWN = 12;

  static Differences between(List<Series> all) {
    Map<String, Set<String>> categories = new LinkedHashMap<>();
    for (Series series : all) {
      for (Category part : series.key().parts()) {
        categories.computeIfAbsent(part.dimension(), d -> new LinkedHashSet<>()).add(part.name());
      }
      categories.computeIfAbsent("period", d -> new LinkedHashSet<>()).add(series.key().part());
    }
    categories.values().removeIf(names -> names.size() < 2);
    return new Differences(categories);
  }

  String text(String indicator, int year) {
    String what = year < 0 ? "'" + indicator + "'" : "'" + indicator + "' of " + year;
    String each =
        categories.entrySet().stream()
            .map(entry -> named(entry.getKey()) + listed(entry.getValue()))
            .collect(Collectors.joining("; "));
    return what + " fits several categories: " + (each.isEmpty() ? "the same ones twice" : each);
  }

  private static String named(String dimension) {
    return dimension.isEmpty() ? "" : dimension + " is ";
  }

  private static String listed(Set<String> names) {
    String some = names.stream().limit(MOST_SHOWN).collect(Collectors.joining("', '", "'", "'"));
    return names.size() > MOST_SHOWN ? some + ", ..." : some;
  }

  Question.Form form() {
    String dimension = categories.keySet().stream().findFirst().orElse("");
    Set<String> names = categories.getOrDefault(dimension, Set.of());
    return dimension.isEmpty()
        ? Question.Form.open("map", "", "")
        : Question.Form.among("category", dimension + "=", List.copyOf(names));
  }

  String flag() {
    String dimension = categories.keySet().stream().findFirst().orElse("");
    return dimension.isEmpty()
        ? "--map INDICATOR=COLUMN, with the whole name of the column"
        : "--category '" + dimension + "=CATEGORY'";
  }
}
