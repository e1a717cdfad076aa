package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Period;
import io.bosett.documents.imports.facts.Spaces;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a person names a column or category: in full, in part, by the letter of the column.
 *
 * @param text as given
 * @param year when the name holds one
 * @param folded the name without the year, in folded form
 */
record ColumnName(String text, @Nullable Integer year, String folded) {
  static ColumnName of(String text) {
    Period period = Period.in(text);
    return period == null
        ? new ColumnName(text, null, Spaces.folded(text))
        : new ColumnName(text, period.year(), Spaces.folded(period.rest()));
  }

  /** The series that the name fits best: a letter, the same name, a part of the name. */
  List<Series> fitting(List<Series> all) {
    if (text.isEmpty()) {
      return all;
    }
    List<Series> byLetter = some(all, series -> series.key().column().equals(text));
    if (!byLetter.isEmpty()) {
      return byLetter;
    }
    List<Series> same = some(all, this::isNamed);
    if (!same.isEmpty()) {
      return same;
    }
    List<Series> begin = some(all, series -> Spaces.folded(series.label()).startsWith(folded));
    return begin.isEmpty() ? some(all, series -> has(series.label())) : begin;
  }

  private List<Series> some(List<Series> all, Predicate<Series> condition) {
    return all.stream()
        .filter(condition)
        .filter(series -> year == null || year.equals(series.key().year()))
        .toList();
  }

  private boolean isNamed(Series series) {
    String label = Spaces.folded(series.label());
    return label.equals(folded)
        || series.key().parts().stream()
            .anyMatch(
                part ->
                    Spaces.folded(part.name()).equals(folded)
                        || Spaces.folded(part.shown()).equals(Spaces.folded(text)));
  }

  private boolean has(String label) {
    return Spaces.folded(label).contains(folded);
  }
}
