package io.bosett.documents.imports;

import io.bosett.documents.boundaries.Lineage;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.Place;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.Question;
import io.bosett.model.CountPhrases;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Brings the codes of a file to those of the dataset, where a municipality is the same in both. */
final class FileCodes {
  private final Codebook codebook;
  private final Lineage lineage;
  private final Set<String> current;
  private final @Nullable Integer ownYear;
  private final ImportAnswers answers;
  private final ImportFindings findings;
  private final Map<String, String> moved = new TreeMap<>();
  private final Set<String> foreign = new TreeSet<>();

  FileCodes(
      Codebook codebook,
      Lineage lineage,
      Set<String> current,
      ImportAnswers answers,
      ImportFindings findings) {
    this.codebook = codebook;
    this.lineage = lineage;
    this.current = current;
    this.ownYear = lineage.yearOf(current);
    this.answers = answers;
    this.findings = findings;
  }

  Place place(PlaceText text) {
    return codebook.place(text);
  }

  boolean isNewName(PlaceText text) {
    return codebook.isNewName(text);
  }

  /** Whether a code was that of a municipality in a year, as far as the changes say. */
  boolean isValid(Place place, int year) {
    Lineage.Span span = lineage.span(place.code());
    return span.first() <= year && year <= span.last();
  }

  /**
   * The municipality of the dataset whose figure it is, or null when it is none.
   *
   * @param year of the figure
   */
  @Nullable String target(Place place, PlaceText text, int year) {
    Integer own = ownYear;
    Integer fileYear = fileYear(place.code(), year);
    if (fileYear == null || own == null || lineage.since(fileYear) == lineage.since(own)) {
      return place.kind() == Place.Kind.FOUND ? place.code() : foreign(place);
    }
    int since = lineage.since(fileYear);
    String key = place.code() + " of " + (since == 0 ? "before" : since);
    String same = moved.get(key);
    if (same == null) {
      same = lineage.same(place.code(), since, own, current);
      if (same == null || !current.contains(same)) {
        findings.skip(text.shown(), "is not the same territory as any municipality of the dataset");
        findings.warn(
            "the figures of "
                + text.shown()
                + " are left out: it was merged or divided between "
                + fileYear
                + " and "
                + own);
        return null;
      }
      moved.put(key, same);
    }
    return same;
  }

  /** The year of whose boundaries a code is; of a figure's own year, one in which it is valid. */
  private @Nullable Integer fileYear(String code, int year) {
    if (!answers.hasBoundariesOfEachYear()) {
      return answers.boundaries();
    }
    Lineage.Span span = lineage.span(code);
    return Math.max(span.first(), Math.min(span.last(), year));
  }

  private @Nullable String foreign(Place place) {
    foreign.add(place.code());
    return null;
  }

  /** Asks for the boundaries when figures stand at codes of another year; says what was moved. */
  void close() {
    if (!foreign.isEmpty()) {
      String years =
          foreign.stream()
              .map(code -> lineage.span(code).toString())
              .distinct()
              .collect(Collectors.joining(", "));
      findings.ask(
          listed(foreign)
              + CountPhrases.form(foreign.size(), " is a code", " are codes")
              + " of another year ("
              + years
              + ") than the dataset"
              + (ownYear == null ? "" : " (" + ownYear + ")")
              + ", with figures: of which year are the codes of the file? What is the same"
              + " territory is then carried over, what was merged or divided is not",
          "--boundaries YEAR, or each where every code is of the year of its figure",
          new Question.Form("boundaries", "", "", List.of("each"), true));
    }
    moved.entrySet().removeIf(entry -> entry.getKey().startsWith(entry.getValue() + " of "));
    if (!moved.isEmpty()) {
      findings.warn(
          CountPhrases.of(moved.size(), "code is", "codes are")
              + " carried over to those of the dataset: "
              + listed(
                  moved.entrySet().stream().map(e -> e.getKey() + " -> " + e.getValue()).toList()));
    }
  }

  private static String listed(Collection<String> codes) {
    String some = codes.stream().limit(8).collect(Collectors.joining(", "));
    return codes.size() > 8 ? some + " and " + (codes.size() - 8) + " more" : some;
  }
}
