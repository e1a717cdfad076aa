package io.bosett.documents.imports.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a person has said about a file; empty at first. */
public final class ImportAnswers {
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final Map<String, Integer> years = new LinkedHashMap<>();
  private final Map<String, Meaning> markers = new LinkedHashMap<>();
  private final List<Choice> choices = new ArrayList<>();
  private final Map<String, String> units = new LinkedHashMap<>();
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final TreeSet<String> skips = new TreeSet<>();
  private @Nullable Integer boundaries;
  private boolean boundariesOfEachYear;
  private @Nullable Character decimalSign;
  private @Nullable String sheet;
  private boolean rawQuotes;

  /** What a sign in place of a number means. */
  public enum Meaning {
    /** Nothing is known. */
    MISSING,
    /** The figure is 0. */
    ZERO,
    /** There is a figure, kept secret. */
    SUPPRESSED
  }

  /**
   * The category to take of a dimension.
   *
   * @param dimension its name; empty for any that has the category
   * @param category the only one that is taken
   */
  public record Choice(String dimension, String category) {}

  /** An indicator is the column or category of a name; the only one when the name is empty. */
  public ImportAnswers map(String indicator, String column) {
    columns.computeIfAbsent(indicator, i -> new ArrayList<>()).add(column);
    return this;
  }

  /** The year of what has none; of a column, when one is named. */
  public ImportAnswers year(String column, int year) {
    years.put(column, year);
    return this;
  }

  /** What a sign means. */
  public ImportAnswers marker(String sign, Meaning meaning) {
    markers.put(Spaces.folded(sign), meaning);
    return this;
  }

  /** Takes one category of a dimension. */
  public ImportAnswers category(String dimension, String category) {
    choices.add(new Choice(dimension, category));
    return this;
  }

  /** The unit of a new indicator. */
  public ImportAnswers unit(String indicator, String unit) {
    units.put(indicator, unit);
    return this;
  }

  /** The source of a new indicator; of all new ones when none is named. */
  public ImportAnswers source(String indicator, String source) {
    sources.put(indicator, source);
    return this;
  }

  /** The year of whose boundaries the codes of the file are. */
  public ImportAnswers boundaries(int year) {
    boundaries = year;
    return this;
  }

  /** The codes of the file are each of the year of its figure. */
  public ImportAnswers boundariesOfEachYear() {
    boundariesOfEachYear = true;
    return this;
  }

  /** The decimal sign, a point or a comma; the other one stands between thousands. */
  public ImportAnswers decimalSign(char sign) {
    decimalSign = sign;
    return this;
  }

  /** A row of this label is left out. */
  public ImportAnswers skip(String label) {
    skips.add(Spaces.folded(label));
    return this;
  }

  /** The only sheet that is read. */
  public ImportAnswers sheet(String name) {
    sheet = name;
    return this;
  }

  /** Quotation marks within a text are part of it. */
  public ImportAnswers rawQuotes() {
    rawQuotes = true;
    return this;
  }

  public Map<String, List<String>> columns() {
    return columns;
  }

  public Map<String, Integer> years() {
    return years;
  }

  public Map<String, Meaning> markers() {
    return markers;
  }

  public List<Choice> choices() {
    return choices;
  }

  public Map<String, String> units() {
    return units;
  }

  /** The source said for an indicator, or the empty text. */
  public String source(String indicator) {
    return sources.getOrDefault(indicator, sources.getOrDefault("", ""));
  }

  public boolean isSkipped(String label) {
    return skips.contains(Spaces.folded(label));
  }

  public @Nullable Integer boundaries() {
    return boundaries;
  }

  public boolean hasBoundariesOfEachYear() {
    return boundariesOfEachYear;
  }

  public @Nullable Character decimalSign() {
    return decimalSign;
  }

  public @Nullable String sheet() {
    return sheet;
  }

  public boolean hasRawQuotes() {
    return rawQuotes;
  }

  /** All answers as the flags that give them, for the record. */
  public List<String> asFlags() {
    List<String> flags = new ArrayList<>();
    columns.forEach(
        (indicator, names) -> names.forEach(name -> flags.add("--map " + pair(indicator, name))));
    years.forEach(
        (column, year) -> flags.add("--year " + (column.isEmpty() ? "" : column + "=") + year));
    markers.forEach(
        (sign, meaning) ->
            flags.add(
                "--marker " + sign + "=" + meaning.name().toLowerCase(java.util.Locale.ROOT)));
    choices.forEach(
        choice ->
            flags.add(
                "--category "
                    + (choice.dimension().isEmpty()
                        ? choice.category()
                        : pair(choice.dimension(), choice.category()))));
    units.forEach((indicator, unit) -> flags.add("--unit " + pair(indicator, unit)));
    sources.forEach(
        (indicator, source) ->
            flags.add("--source " + (indicator.isEmpty() ? source : pair(indicator, source))));
    skips.forEach(label -> flags.add("--skip " + label));
    if (boundaries != null) {
      flags.add("--boundaries " + boundaries);
    }
    if (boundariesOfEachYear) {
      flags.add("--boundaries " + AnswerFlags.EACH);
    }
    if (decimalSign != null) {
      flags.add("--decimal " + (decimalSign == '.' ? "point" : "comma"));
    }
    if (sheet != null) {
      flags.add("--sheet " + sheet);
    }
    if (rawQuotes) {
      flags.add("--quotes raw");
    }
    return flags;
  }

  private static String pair(String name, String value) {
    return value.isEmpty() ? name : name + "=" + value;
  }
}
