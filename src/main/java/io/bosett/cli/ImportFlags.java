package io.bosett.cli;

import io.bosett.documents.imports.facts.ImportAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code datasets import} that answer what a file does not say. */
final class ImportFlags {
  @Option(
      names = "--map",
      paramLabel = "INDICATOR[=COLUMN]",
      description =
          "Which column or category is which indicator: its name, a part of it, or the column's"
              + " letter; without COLUMN the only one there is. May be repeated.")
  private List<String> maps = new ArrayList<>();

  @Option(
      names = "--year",
      paramLabel = "[COLUMN=]YEAR",
      description = "The year of what has none.")
  private List<String> years = new ArrayList<>();

  @Option(
      names = "--marker",
      paramLabel = "SIGN=missing|zero|suppressed",
      description = "What a sign in place of a figure means.")
  private List<String> markers = new ArrayList<>();

  @Option(
      names = "--category",
      paramLabel = "[DIMENSION=]CATEGORY",
      description = "The category to take where figures differ by a further dimension.")
  private List<String> categories = new ArrayList<>();

  @Option(
      names = "--unit",
      paramLabel = "INDICATOR=UNIT",
      description = "The unit of a new indicator, such as persons or percent.")
  private List<String> units = new ArrayList<>();

  @Option(
      names = "--source",
      paramLabel = "[INDICATOR=]TEXT",
      description = "The publisher and table of new indicators.")
  private List<String> sources = new ArrayList<>();

  @Option(
      names = "--skip",
      paramLabel = "LABEL",
      description = "A row of figures that is left out.")
  private List<String> skips = new ArrayList<>();

  @Option(
      names = "--boundaries",
      paramLabel = "YEAR",
      description = "The year whose municipalities the file's codes are.")
  private @Nullable Integer boundaries;

  @Option(
      names = "--decimal",
      paramLabel = "point|comma",
      description = "The decimal sign, where the figures do not show it.")
  private @Nullable String decimal;

  @Option(names = "--sheet", paramLabel = "NAME", description = "The only sheet that is read.")
  private @Nullable String sheet;

  @Option(
      names = "--quotes",
      paramLabel = "raw",
      description = "Quotation marks within a text of a CSV file are part of it.")
  private @Nullable String quotes;

  /** The answers; whatever is wrong with a flag is bad input. */
  ImportAnswers answers() {
    ImportAnswers answers = new ImportAnswers();
    for (String map : maps) {
      int at = map.indexOf('=');
      answers.map(at < 0 ? map : map.substring(0, at), at < 0 ? "" : map.substring(at + 1));
    }
    years.forEach(year -> year(year, answers));
    markers.forEach(marker -> marker(marker, answers));
    for (String category : categories) {
      int at = category.indexOf('=');
      answers.category(category.substring(0, Math.max(0, at)), category.substring(at + 1));
    }
    for (String unit : units) {
      int at = need("--unit", unit, "INDICATOR=UNIT", unit.indexOf('='));
      answers.unit(unit.substring(0, at), unit.substring(at + 1));
    }
    for (String source : sources) {
      int at = source.matches("(?s)[a-z][a-z0-9_]*=.*") ? source.indexOf('=') : -1;
      answers.source(source.substring(0, Math.max(0, at)), source.substring(at + 1));
    }
    skips.forEach(answers::skip);
    others(answers);
    return answers;
  }

  private void others(ImportAnswers answers) {
    if (boundaries != null) {
      answers.boundaries(boundaries);
    }
    if (decimal != null) {
      if (!decimal.equals("point") && !decimal.equals("comma")) {
        throw refused("--decimal", decimal, "point or comma");
      }
      answers.decimalSign(decimal.equals("point") ? '.' : ',');
    }
    if (sheet != null) {
      answers.sheet(sheet);
    }
    if (quotes != null) {
      if (!quotes.equals("raw")) {
        throw refused("--quotes", quotes, "raw");
      }
      answers.rawQuotes();
    }
  }

  private static void year(String text, ImportAnswers answers) {
    int at = text.lastIndexOf('=');
    String year = text.substring(at + 1);
    if (!year.matches("[0-9]{4}")) {
      throw refused("--year", text, "[COLUMN=]YEAR, such as 2018 or B=2018");
    }
    answers.year(text.substring(0, Math.max(0, at)), Integer.parseInt(year));
  }

  private static void marker(String text, ImportAnswers answers) {
    int at = need("--marker", text, "SIGN=missing|zero|suppressed", text.lastIndexOf('='));
    String meaning = text.substring(at + 1).toUpperCase(Locale.ROOT);
    for (ImportAnswers.Meaning known : ImportAnswers.Meaning.values()) {
      if (known.name().equals(meaning)) {
        answers.marker(text.substring(0, at), known);
        return;
      }
    }
    throw refused("--marker", text, "SIGN=missing|zero|suppressed");
  }

  private static int need(String flag, String text, String allowed, int at) {
    if (at <= 0) {
      throw refused(flag, text, allowed);
    }
    return at;
  }

  private static BadInputException refused(String flag, String text, String allowed) {
    return new BadInputException("bosett: " + flag + " is '" + text + "'; allowed: " + allowed);
  }
}
