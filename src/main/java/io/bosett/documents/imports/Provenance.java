package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.json.TextRules;
import io.bosett.model.DatasetHistory.Import;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Which imports a dataset remembers: for every indicator, year and file the last one. */
final class Provenance {
  private static final Comparator<Import> ORDER =
      Comparator.comparing(Import::indicator)
          .thenComparingInt(Import::year)
          .thenComparing(Import::sha256);

  private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cntrl}\\uFFFE\\uFFFF]");
  private static final int LONGEST = TextRules.LONGEST_NAME;

  private Provenance() {}

  /** What files called the indicators before, in folded form; a label of two is left out. */
  static Map<String, String> labels(List<Import> imports) {
    Map<String, String> labels = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (Import one : imports) {
      String label = Spaces.folded(one.label());
      String before = labels.put(label, one.indicator());
      if (before != null && !before.equals(one.indicator())) {
        twice.add(label);
      }
    }
    twice.forEach(labels::remove);
    return labels;
  }

  /** The imports that a file makes, by indicator and year. */
  static List<Import> of(ImportedFile file, ImportAnswers answers, String date) {
    SortedMap<String, SortedMap<Integer, Integer>> counts = new TreeMap<>();
    for (Cell cell : file.cells()) {
      counts
          .computeIfAbsent(cell.indicator(), i -> new TreeMap<>())
          .merge(cell.year(), 1, Integer::sum);
    }
    List<Import> imports = new ArrayList<>();
    counts.forEach(
        (indicator, years) ->
            years.forEach(
                (year, cells) ->
                    imports.add(
                        new Import(
                            indicator,
                            year,
                            readable(file.labels().getOrDefault(indicator, "")),
                            readable(file.name()),
                            file.sha256(),
                            date,
                            cells,
                            flags(indicator, file, answers)))));
    return imports;
  }

  /** The answers, with the column that an indicator was found in by itself. */
  private static List<String> flags(String indicator, ImportedFile file, ImportAnswers answers) {
    List<String> flags = new ArrayList<>();
    if (!answers.columns().containsKey(indicator)) {
      flags.add("--map " + indicator + "=" + file.labels().getOrDefault(indicator, ""));
    }
    flags.addAll(answers.asFlags());
    return flags.stream().map(Provenance::readable).toList();
  }

  /** A text of a file as the dataset's documents may hold it: on one line, of limited length. */
  static String readable(String text) {
    String plain = UNREADABLE.matcher(TextRules.wellFormed(text)).replaceAll(" ");
    return plain.length() <= LONGEST ? plain : TextRules.wellFormed(plain.substring(0, LONGEST));
  }

  /** With further imports; one that is the same but for its date changes nothing. */
  static List<Import> with(List<Import> imports, List<Import> further) {
    List<Import> all = new ArrayList<>(imports);
    for (Import one : further) {
      if (all.stream().noneMatch(other -> isSame(one, other))) {
        all.removeIf(other -> replaces(one, other));
        all.add(one);
      }
    }
    all.sort(ORDER);
    return all;
  }

  private static boolean isSame(Import one, Import other) {
    return replaces(one, other)
        && one.answers().equals(other.answers())
        && one.cells() == other.cells();
  }

  private static boolean replaces(Import one, Import other) {
    return one.indicator().equals(other.indicator())
        && one.year() == other.year()
        && one.sha256().equals(other.sha256());
  }
}
