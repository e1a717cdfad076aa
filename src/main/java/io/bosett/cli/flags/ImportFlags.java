package io.bosett.cli.flags;

import io.bosett.documents.imports.facts.AnswerFlags;
import io.bosett.documents.imports.facts.ImportAnswers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of {@code datasets import} that answer what a file does not say. */
public final class ImportFlags {
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
      description = "Year of the figures that name none.")
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
      paramLabel = "YEAR|each",
      description =
          "The year whose municipalities the file's codes are; each: the year of each figure.")
  private @Nullable String boundaries;

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
  public ImportAnswers answers() {
    ImportAnswers answers = new ImportAnswers();
    add(answers, "map", maps);
    add(answers, "year", years);
    add(answers, "marker", markers);
    add(answers, "category", categories);
    add(answers, "unit", units);
    add(answers, "source", sources);
    add(answers, "skip", skips);
    add(answers, "boundaries", boundaries);
    add(answers, "decimal", decimal);
    add(answers, "sheet", sheet);
    add(answers, "quotes", quotes);
    return answers;
  }

  private static void add(ImportAnswers answers, String name, List<String> values) {
    for (String value : values) {
      String allowed = AnswerFlags.add(answers, name, value);
      if (allowed != null) {
        throw new BadInputException(
            "bosett: --" + name + " is '" + value + "'; allowed: " + allowed);
      }
    }
  }

  private static void add(ImportAnswers answers, String name, @Nullable String value) {
    add(answers, name, value == null ? List.of() : List.of(value));
  }
}
