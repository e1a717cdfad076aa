package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.facts.Spaces;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes the series of the categories that were chosen, and reports the others. */
final class CategoryChoices {
  private final ImportAnswers answers;
  private final ImportFindings findings;

  CategoryChoices(ImportAnswers answers, ImportFindings findings) {
    this.answers = answers;
    this.findings = findings;
  }

  List<Series> of(List<Series> all) {
    List<Series> left = all;
    for (ImportAnswers.Choice choice : answers.choices()) {
      left = of(left, choice);
    }
    return left;
  }

  private List<Series> of(List<Series> all, ImportAnswers.Choice choice) {
    Set<String> dimensions = new LinkedHashSet<>();
    boolean ofTime = false;
    for (Series series : all) {
      for (Category part : series.key().parts()) {
        if (isIn(part, choice) && isChosen(part, choice)) {
          dimensions.add(part.dimension());
        }
      }
      ofTime |= isPart(series, choice);
    }
    if (dimensions.isEmpty() && !ofTime) {
      findings.ask(
          "there is no category '"
              + choice.category()
              + "'"
              + (choice.dimension().isEmpty() ? "" : " of '" + choice.dimension() + "'"),
          "--category DIMENSION=CATEGORY",
          Question.Form.open("category", "", ""));
      return all;
    }
    List<Series> left = new ArrayList<>();
    for (Series series : all) {
      if (ofTime ? isKeptOfTime(series, choice) : isKept(series, dimensions, choice)) {
        left.add(series);
      }
    }
    return left;
  }

  private boolean isKept(Series series, Set<String> dimensions, ImportAnswers.Choice choice) {
    Category other = null;
    for (Category part : series.key().parts()) {
      if (dimensions.contains(part.dimension()) && !isChosen(part, choice)) {
        other = part;
      }
    }
    if (other != null) {
      String kind =
          LabelWords.is(LabelWords.Kind.UNIT, other.dimension())
              ? "another unit"
              : "another category";
      findings.skip(other.shown(), kind + " of the same cells: choose " + choice.category());
    }
    return other == null;
  }

  private boolean isKeptOfTime(Series series, ImportAnswers.Choice choice) {
    boolean kept = series.key().part().isEmpty() || isPart(series, choice);
    if (!kept) {
      String period = series.key().year() + series.key().part();
      findings.skip(period, "another part of the year: choose " + choice.category());
    }
    return kept;
  }

  private static boolean isPart(Series series, ImportAnswers.Choice choice) {
    String part = series.key().part();
    @Nullable Integer year = series.key().year();
    return !part.isEmpty()
        && (part.equalsIgnoreCase(choice.category())
            || (year + part).equalsIgnoreCase(choice.category()));
  }

  private static boolean isIn(Category part, ImportAnswers.Choice choice) {
    String wanted = Spaces.folded(choice.dimension());
    return wanted.isEmpty() || Spaces.folded(part.dimension()).contains(wanted);
  }

  private static boolean isChosen(Category part, ImportAnswers.Choice choice) {
    String wanted = Spaces.folded(choice.category());
    return Spaces.folded(part.name()).equals(wanted) || Spaces.folded(part.shown()).equals(wanted);
  }
}
