package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** The tables of a saved page, each with the headings that stand above it. */
final class HtmlGrids {
  private static final int WIDEST_SPAN = 1_000;
  private static final int MOST_TABLES = 2_000;
  private static final int LONGEST_TEXT = 10_000;

  private HtmlGrids() {}

  static List<Grid> read(String text) {
    Document page = Jsoup.parse(text);
    if (page.select("table").size() > MOST_TABLES) {
      throw new UnreadableException("has more than " + MOST_TABLES + " tables");
    }
    List<Grid> grids = new ArrayList<>();
    Grid.Budget budget = new Grid.Budget();
    String[] headings = new String[7];
    headings[0] = Spaces.strip(page.title());
    for (Element element : page.select("h1, h2, h3, h4, h5, h6, table")) {
      if (!element.tagName().equals("table")) {
        int level = element.tagName().charAt(1) - '0';
        headings[level] = shortened(element.text());
        for (int below = level + 1; below < headings.length; below++) {
          headings[below] = null;
        }
      } else if (element.select("table table").isEmpty()) {
        grids.add(grid(element, headings, budget));
      }
    }
    return grids;
  }

  private static Grid grid(Element table, String[] headings, Grid.Budget budget) {
    Element caption = table.selectFirst("caption");
    List<String> above = new ArrayList<>();
    if (caption != null) {
      above.add(shortened(caption.text()));
    }
    for (int level = headings.length - 1; level >= 0; level--) {
      if (headings[level] != null && !above.contains(headings[level])) {
        above.add(headings[level]);
      }
    }
    Grid.Rows rows = new Grid.Rows(budget);
    Spans spans = new Spans();
    for (Element row : table.select("tr")) {
      rows.add(spans.row(row.children().select("td, th")));
    }
    return rows.grid("", String.join("\n", above));
  }

  private static String shortened(String text) {
    return Spaces.strip(text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text);
  }

  /** Repeats cells over the rows and columns that they span. */
  private static final class Spans {
    private final List<Value> above = new ArrayList<>();
    private final List<Integer> rowsLeft = new ArrayList<>();

    List<Value> row(Elements cells) {
      List<Value> row = new ArrayList<>();
      for (Element cell : cells) {
        fromAbove(row);
        Value value = Value.text(shortened(cell.text()));
        int down = span(cell, "rowspan");
        for (int i = span(cell, "colspan"); i > 0; i--) {
          put(row.size(), value, down - 1);
          row.add(value);
        }
      }
      fromAbove(row);
      return row;
    }

    private void fromAbove(List<Value> row) {
      while (row.size() < rowsLeft.size() && rowsLeft.get(row.size()) > 0) {
        int column = row.size();
        rowsLeft.set(column, rowsLeft.get(column) - 1);
        row.add(above.get(column));
      }
    }

    private void put(int column, Value value, int down) {
      if (column >= Grid.MOST_COLUMNS) {
        throw new UnreadableException("has more than " + Grid.MOST_COLUMNS + " columns");
      }
      while (rowsLeft.size() <= column) {
        rowsLeft.add(0);
        above.add(Value.EMPTY);
      }
      rowsLeft.set(column, down);
      above.set(column, value);
    }

    private static int span(Element cell, String name) {
      String text = cell.attr(name).strip();
      return text.matches("[0-9]{1,4}")
          ? Math.max(1, Math.min(Integer.parseInt(text), WIDEST_SPAN))
          : 1;
    }
  }
}
