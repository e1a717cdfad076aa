package io.bosett.documents.imports;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A random table laid out in rows as publishers and colleagues lay them out: codes or names in any
 * shape, one to four header rows, long or wide, titles, totals, footnotes, columns in any order.
 */
final class VariantGrid {
  final List<List<String>> rows = new ArrayList<>();
  private final VariantTable table;
  private final Random random;
  private final int codeShape;
  private final String decimal;
  private final String thousands;
  private final boolean isTyped;

  /**
   * @param isTyped whether numbers are written as the format's own numbers
   */
  VariantGrid(VariantTable table, Random random, boolean isTyped) {
    this.table = table;
    this.random = random;
    this.isTyped = isTyped;
    this.codeShape = random.nextInt(7);
    boolean comma = random.nextBoolean();
    this.decimal = comma ? "," : ".";
    this.thousands = List.of("", "", " ", "\u00a0", comma ? "." : ",").get(random.nextInt(5));
    if (random.nextInt(3) == 0) {
      rows.add(List.of("07459: Tall for kommunene, etter region og \u00e5r"));
      if (random.nextBoolean()) {
        rows.add(List.of());
      }
    }
    if (random.nextInt(3) == 0) {
      longLayout();
    } else {
      wideLayout();
    }
    if (random.nextInt(3) == 0) {
      rows.add(List.of());
      rows.add(List.of("1) Tallene for 2017 er forel\u00f8pige."));
      rows.add(List.of("Kilde: Statistisk sentralbyr\u00e5"));
    }
  }

  /** The cells that say which municipality, in one or two columns. */
  private List<String> place(String id, String name) {
    return switch (codeShape) {
      case 0 -> List.of(id);
      case 1 -> List.of(id.replaceFirst("^0", ""), name);
      case 2 -> List.of("K-" + id, name);
      case 3 -> List.of("K" + id);
      case 4 -> List.of(id + " " + name);
      case 5 -> List.of(id, random.nextInt(3) == 0 ? "" : name);
      default -> List.of(id + " - " + name);
    };
  }

  private List<String> placeHeadings() {
    return place("0301", "x").size() == 2
        ? List.of("Kommunenummer", "Kommune")
        : List.of(random.nextBoolean() ? "region" : "Region - region");
  }

  private String written(String cell) {
    if (cell.isEmpty()) {
      return List.of("", ".", "..").get(random.nextInt(3));
    }
    if (cell.equals(":") || isTyped) {
      return cell;
    }
    String[] parts = cell.split("\\.");
    String whole = parts[0].replaceAll("(?<=\\d)(?=(\\d{3})+$)", thousands);
    return parts.length == 1 ? whole : whole + decimal + parts[1];
  }

  private void longLayout() {
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2));
    Collections.shuffle(order, random);
    List<String> headings = List.of("\u00e5r", "statistikkvariabel", "");
    List<String> head = new ArrayList<>();
    for (int part : order) {
      head.addAll(part == 2 ? placeHeadings() : List.of(headings.get(part)));
    }
    head.add("Antall");
    rows.add(head);
    for (int p = 0; p < table.places.size(); p++) {
      for (int c = 0; c < table.columns.size(); c++) {
        for (int y = 0; y < table.years.size(); y++) {
          List<String> row = new ArrayList<>();
          for (int part : order) {
            row.addAll(
                part == 2
                    ? place(table.id(p), table.name(p))
                    : List.of(part == 0 ? "" + table.years.get(y) : table.label(c)));
          }
          row.add(written(table.cells[p][c][y]));
          rows.add(row);
        }
      }
    }
  }

  private record Column(int column, int year) {}

  private void wideLayout() {
    List<Column> columns = new ArrayList<>();
    for (int c = 0; c < table.columns.size(); c++) {
      for (int y = 0; y < table.years.size(); y++) {
        columns.add(new Column(c, y));
      }
    }
    int headerRows = 1 + random.nextInt(4);
    if (headerRows == 1) {
      Collections.shuffle(columns, random);
    }
    head(columns, headerRows);
    for (int p = 0; p < table.places.size(); p++) {
      int place = p;
      row(
          place(table.id(p), table.name(p)),
          columns,
          at -> written(table.cells[place][at.column][at.year]));
    }
    if (random.nextInt(3) == 0) {
      row(padded("9999 Uoppgitt kommune"), columns, at -> ".");
    }
    if (random.nextInt(3) == 0) {
      row(padded("Hele landet"), columns, at -> total(at));
    }
  }

  private String total(Column at) {
    String sum = table.sum(at.column, at.year);
    return sum.isEmpty() ? "." : written(sum);
  }

  private List<String> padded(String label) {
    return placeHeadings().size() == 2 ? List.of("", label) : List.of(label);
  }

  private interface Content {
    String of(Column at);
  }

  private void row(List<String> place, List<Column> columns, Content content) {
    List<String> row = new ArrayList<>(place);
    columns.forEach(at -> row.add(content.of(at)));
    rows.add(row);
  }

  /** The label stands in the first of its columns, or in each; the year below it or beside it. */
  private void head(List<Column> columns, int headerRows) {
    if (headerRows == 1) {
      boolean before = random.nextBoolean();
      row(
          placeHeadings(),
          columns,
          at -> {
            String label = table.label(at.column);
            int year = table.years.get(at.year);
            return before ? label + " " + year : year + " " + label;
          });
      return;
    }
    boolean repeated = random.nextBoolean();
    List<String> blank = placeHeadings().stream().map(heading -> "").toList();
    if (headerRows == 4) {
      row(blank, columns, at -> at.equals(columns.get(0)) || repeated ? "Statistikk" : "");
    }
    row(placeHeadings(), columns, at -> at.year == 0 || repeated ? table.label(at.column) : "");
    if (headerRows >= 3) {
      row(blank, columns, at -> at.year == 0 || repeated ? "1. januar" : "");
    }
    row(blank, columns, at -> Integer.toString(table.years.get(at.year)));
  }

  /** The names that the table writes, which the encoding must be able to hold. */
  Set<Integer> characters() {
    TreeSet<Integer> all = new TreeSet<>();
    rows.forEach(row -> row.forEach(cell -> cell.chars().forEach(all::add)));
    return all;
  }
}
