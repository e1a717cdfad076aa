package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.ImportFindings;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.Period;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns the table of a grid into entries, and reports what of the grid is no part of it. */
final class GridFacts {
  private static final String BELOW_BLANK = "rows below the first blank row";
  private static final String BELOW = "rows below the table";

  private final Grid grid;
  private final GridLayout layout;
  private final Codebook codebook;
  private final ImportFindings findings;
  private final Facts facts;

  private GridFacts(Grid grid, Codebook codebook, Facts facts, ImportFindings findings) {
    this.grid = grid;
    this.codebook = codebook;
    this.layout = new GridLayout(grid, codebook);
    this.facts = facts;
    this.findings = findings;
  }

  /**
   * Reads all grids of a file.
   *
   * @param sheet the only sheet to read, or null
   */
  static Facts read(
      List<Grid> grids, Codebook codebook, @Nullable String sheet, ImportFindings findings) {
    Facts facts = new Facts();
    boolean anyTable = false;
    for (Grid grid : grids) {
      if (sheet == null || sheet.equals(grid.name())) {
        GridFacts reading = new GridFacts(grid, codebook, facts, findings);
        anyTable |= reading.layout.isTable();
        reading.read();
      }
    }
    if (!anyTable) {
      throw new UnreadableException(
          sheet == null ? "names no municipality" : "has no table in the sheet '" + sheet + "'");
    }
    return facts;
  }

  private void read() {
    if (!layout.isTable()) {
      return;
    }
    List<GridColumn> values = columns(GridColumn.Use.VALUE);
    if (isCodeList(values)) {
      findings.skip("whole file", "a code list, no figures");
      findings.refuse("is a code list, no figures");
      return;
    }
    if (values.isEmpty()) {
      findings.refuse("has places and no column of figures");
      return;
    }
    for (GridColumn column : columns(GridColumn.Use.TEXT)) {
      findings.skip(column.title(), "text column");
    }
    rows(values);
    below();
  }

  private List<GridColumn> columns(GridColumn.Use use) {
    return layout.columns().stream().filter(column -> column.use() == use).toList();
  }

  /** Whether no column is left when those that only code lists have are taken away. */
  private boolean isCodeList(List<GridColumn> values) {
    boolean marked = false;
    for (GridColumn column : layout.columns()) {
      marked |= isOfCodeList(column);
    }
    return marked && values.stream().allMatch(GridFacts::isOfCodeList);
  }

  private static boolean isOfCodeList(GridColumn column) {
    return column.headings().stream()
        .anyMatch(text -> LabelWords.is(LabelWords.Kind.CODE_LIST, text));
  }

  private void rows(List<GridColumn> values) {
    Map<Integer, List<Category>> headings = headings(values);
    Category titleYear = titleYear(headings);
    Map<Integer, String> above = new HashMap<>();
    PlaceText place = new PlaceText("", "", "");
    String county = layout.countyAbove();
    for (int row = layout.first(); row <= layout.last(); row++) {
      PlaceText own = layout.placeText(row, county);
      if (!layout.hasMore(row) && (own.shown().isEmpty() || codebook.isCounty(own.shown()))) {
        county = own.shown().isEmpty() ? county : own.shown();
        continue;
      }
      place = own.shown().isEmpty() ? place : own;
      List<Category> rowCategories = new ArrayList<>();
      for (GridColumn column : layout.columns()) {
        category(column, row, above, rowCategories);
      }
      if (titleYear != null) {
        rowCategories.add(titleYear);
      }
      if (own.shown().isEmpty() && above.isEmpty()) {
        place = new PlaceText("", "", "");
      }
      entries(place, row, rowCategories, values, headings);
    }
  }

  private void category(
      GridColumn column, int row, Map<Integer, String> above, List<Category> into) {
    boolean isTime = column.use() == GridColumn.Use.TIME;
    if (!isTime && column.use() != GridColumn.Use.CATEGORY) {
      return;
    }
    String text = grid.at(row, column.index()).text();
    if (text.isEmpty() && column.isFilledDown()) {
      text = above.getOrDefault(column.index(), "");
    }
    above.put(column.index(), text);
    String name = column.title();
    into.add(isTime ? Category.time(name, text) : Category.other(name, text));
  }

  private void entries(
      PlaceText place,
      int row,
      List<Category> rowCategories,
      List<GridColumn> values,
      Map<Integer, List<Category>> headings) {
    for (GridColumn column : values) {
      Value value = grid.at(row, column.index());
      List<Category> categories = new ArrayList<>(rowCategories);
      categories.addAll(headings.getOrDefault(column.index(), List.of()));
      String letter = Grid.letter(column.index()) + (column.isComputed() ? "=" : "");
      facts.add(new Entry(place, categories, value, letter));
    }
  }

  /** The headings of the columns of figures; a row of "Name: category" names a dimension. */
  private Map<Integer, List<Category>> headings(List<GridColumn> values) {
    Map<Integer, List<Category>> all = new LinkedHashMap<>();
    int levels = values.stream().mapToInt(column -> column.headings().size()).max().orElse(0);
    for (GridColumn column : values) {
      all.put(column.index(), new ArrayList<>());
    }
    for (int level = 0; level < levels; level++) {
      int at = level;
      List<String> texts = values.stream().map(column -> column.headings().get(at)).toList();
      String dimension = commonDimension(texts);
      for (int i = 0; i < values.size(); i++) {
        String text = texts.get(i);
        if (!text.isEmpty()) {
          String name = dimension.isEmpty() ? text : text.substring(dimension.length() + 2);
          all.computeIfAbsent(values.get(i).index(), column -> new ArrayList<>())
              .add(
                  dimension.isEmpty()
                      ? Category.heading(levels > 1 ? "heading " + (level + 1) : "", name, text)
                      : new Category(dimension, name, text, role(dimension)));
        }
      }
    }
    return all;
  }

  private static Category.Role role(String dimension) {
    return LabelWords.is(LabelWords.Kind.TIME, dimension)
        ? Category.Role.TIME
        : Category.Role.OTHER;
  }

  private static String commonDimension(List<String> texts) {
    String first = texts.stream().filter(text -> !text.isEmpty()).findFirst().orElse("");
    int colon = first.indexOf(": ");
    if (colon <= 0 || texts.size() < 2) {
      return "";
    }
    String start = first.substring(0, colon + 2);
    boolean common = texts.stream().allMatch(text -> text.isEmpty() || text.startsWith(start));
    return common ? first.substring(0, colon) : "";
  }

  /** The year of the nearest heading above the table, where neither column nor header says one. */
  private @Nullable Category titleYear(Map<Integer, List<Category>> headings) {
    boolean said = !columns(GridColumn.Use.TIME).isEmpty();
    for (List<Category> categories : headings.values()) {
      said |= categories.stream().anyMatch(category -> Period.in(category.name()) != null);
    }
    if (said) {
      return null;
    }
    return layout
        .title()
        .lines()
        .map(Period::in)
        .filter(period -> period != null)
        .findFirst()
        .map(period -> Category.time("", Integer.toString(period.year())))
        .orElse(null);
  }

  private void below() {
    boolean blank = false;
    boolean more = false;
    for (int row = layout.last() + 1; row < grid.rows().size(); row++) {
      boolean isBlank = grid.isBlank(row);
      blank |= isBlank && !more;
      more |= !isBlank;
    }
    if (more) {
      findings.skip(blank ? BELOW_BLANK : BELOW, "footnotes");
    }
  }
}
