package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Period;
import io.bosett.documents.imports.facts.Spaces;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Sorts the figures of a file by what they are of, and finds their years. */
final class SeriesFinder {
  private final Facts facts;
  private final ImportAnswers answers;
  private final Map<List<Category>, Dated> dated = new HashMap<>();

  SeriesFinder(Facts facts, ImportAnswers answers) {
    this.facts = facts;
    this.answers = answers;
  }

  private record Dated(List<Category> parts, @Nullable Period period) {}

  List<Series> find() {
    Map<Series.Key, Series> found = new LinkedHashMap<>();
    for (Entry entry : facts.entries()) {
      Dated what = dated.computeIfAbsent(entry.categories(), this::date);
      String letter = entry.column().replace("=", "");
      String column = isNamed(letter) ? letter : "";
      Series.Key key = key(what, column);
      found.computeIfAbsent(key, k -> new Series(k, new ArrayList<>())).entries().add(entry);
    }
    return new ArrayList<>(found.values());
  }

  private Series.Key key(Dated what, String column) {
    String title = facts.title().lines().findFirst().orElse("the figures");
    Period period = what.period;
    if (period != null) {
      return new Series.Key(what.parts, period.year(), period.part(), column, title);
    }
    Series.Key undated = new Series.Key(what.parts, null, "", column, title);
    Integer year = answeredYear(undated);
    return new Series.Key(what.parts, year, "", column, title);
  }

  private @Nullable Integer answeredYear(Series.Key key) {
    for (Map.Entry<String, Integer> answer : answers.years().entrySet()) {
      String named = answer.getKey();
      boolean means =
          !named.isEmpty()
              && (named.equals(key.column())
                  || Spaces.folded(key.label()).contains(Spaces.folded(named))
                  || isMapped(named, key));
      if (means) {
        return answer.getValue();
      }
    }
    return answers.years().get("");
  }

  /** Whether an indicator's column is this. */
  private boolean isMapped(String indicator, Series.Key key) {
    return answers.columns().getOrDefault(indicator, List.of()).stream()
        .anyMatch(
            column ->
                column.equals(key.column())
                    || (!column.isEmpty()
                        && Spaces.folded(key.label()).contains(Spaces.folded(column))));
  }

  private boolean isNamed(String letter) {
    return !letter.isEmpty()
        && (answers.years().containsKey(letter)
            || answers.columns().values().stream().anyMatch(names -> names.contains(letter)));
  }

  /** Takes the time out of the categories: first from a dimension of time, else from a heading. */
  private Dated date(List<Category> categories) {
    List<Category> parts = new ArrayList<>();
    Period period = null;
    for (Category category : categories) {
      Period whole = category.role() == Category.Role.TIME ? Period.ofWhole(category.name()) : null;
      if (whole == null) {
        parts.add(category);
      } else {
        period = period == null || category.dimension().isEmpty() ? whole : period;
      }
    }
    boolean isSaid = period != null;
    for (int i = 0; i < parts.size() && !isSaid; i++) {
      Period within = Period.in(parts.get(i).name());
      if (within != null) {
        period = period == null ? within : period;
        parts.set(i, parts.get(i).named(within.rest()));
      }
    }
    parts.removeIf(part -> part.name().isEmpty());
    if (period == null) {
      period = Period.in(facts.title());
    }
    return new Dated(List.copyOf(parts), period);
  }
}
