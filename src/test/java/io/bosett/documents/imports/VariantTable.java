package io.bosett.documents.imports;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.model.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A random table of figures, before it is written down in some way. */
final class VariantTable {
  static final Dataset NORWAY = DatasetFolder.read(ImportSamples.NORWAY);
  private static final List<String> LABELS =
      List.of("Bosatte flyktninger", "Anmodning om bosetting", "Innbyggere", "Andel sysselsatte");
  private static final List<String> IDS =
      List.of("settled", "requested", "population", "employment_rate");
  private static final int RATE = 3;

  final List<Integer> places = new ArrayList<>();
  final List<Integer> columns = new ArrayList<>();
  final List<Integer> years = new ArrayList<>();
  final String[][][] cells;

  VariantTable(Random random) {
    TreeSet<Integer> drawn = new TreeSet<>();
    int count = 3 + random.nextInt(12);
    while (drawn.size() < count) {
      drawn.add(random.nextInt(NORWAY.size()));
    }
    places.addAll(drawn);
    int first = random.nextInt(LABELS.size());
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      columns.add((first + i) % LABELS.size());
    }
    int year = 2014 + random.nextInt(5);
    for (int i = 0; i < 1 + random.nextInt(3); i++) {
      years.add(year + i);
    }
    cells = new String[places.size()][columns.size()][years.size()];
    for (int p = 0; p < places.size(); p++) {
      for (int c = 0; c < columns.size(); c++) {
        for (int y = 0; y < years.size(); y++) {
          cells[p][c][y] = p == 0 ? number(random, columns.get(c)) : cell(random, columns.get(c));
        }
      }
    }
  }

  private static String cell(Random random, int column) {
    int kind = random.nextInt(10);
    if (kind == 0) {
      return "";
    }
    return kind == 1 && column != RATE ? ":" : number(random, column);
  }

  private static String number(Random random, int column) {
    if (column == RATE) {
      return 40 + random.nextInt(40) + "." + random.nextInt(10);
    }
    return Integer.toString(random.nextInt(random.nextBoolean() ? 300 : 700_000));
  }

  String id(int place) {
    return NORWAY.municipality(places.get(place));
  }

  String name(int place) {
    return NORWAY.name(places.get(place));
  }

  String label(int column) {
    return LABELS.get(columns.get(column));
  }

  String indicator(int column) {
    return IDS.get(columns.get(column));
  }

  /** The sum of a column, or the empty text for a rate. */
  String sum(int column, int year) {
    if (columns.get(column) == RATE) {
      return "";
    }
    long sum = 0;
    for (String[][] row : cells) {
      String cell = row[column][year];
      sum += cell.isEmpty() || cell.equals(":") ? 0 : Long.parseLong(cell);
    }
    return Long.toString(sum);
  }

  ImportAnswers answers() {
    ImportAnswers answers = new ImportAnswers();
    for (int c = 0; c < columns.size(); c++) {
      answers.map(indicator(c), label(c));
    }
    return answers;
  }

  /** The cells that must be read, as {@code municipality indicator year value}. */
  Set<String> expected() {
    TreeSet<String> expected = new TreeSet<>();
    for (int p = 0; p < places.size(); p++) {
      for (int c = 0; c < columns.size(); c++) {
        for (int y = 0; y < years.size(); y++) {
          String cell = cells[p][c][y];
          if (!cell.isEmpty()) {
            expected.add(
                String.join(
                    " ",
                    id(p),
                    indicator(c),
                    Integer.toString(years.get(y)),
                    cell.equals(":") ? "s" : plain(cell)));
          }
        }
      }
    }
    return expected;
  }

  static String plain(String number) {
    return new java.math.BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  static Set<String> found(ImportedFile file) {
    TreeSet<String> found = new TreeSet<>();
    for (Cell cell : file.cells()) {
      found.add(
          String.join(
              " ",
              cell.municipality(),
              cell.indicator(),
              Integer.toString(cell.year()),
              cell.isSuppressed() ? "s" : plain(cell.value())));
    }
    return found;
  }
}
