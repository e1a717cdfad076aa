package io.bosett.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.analyses.AnalysisDocument;
import io.bosett.documents.analyses.AnalysisFormat;
import io.bosett.documents.analyses.NamedTable;
import io.bosett.documents.csv.SpreadsheetSanitizer;
import io.bosett.documents.text.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Headings and cells of an analysis' tables are the names and the values of its document. */
final class AnalysisTablesTest {
  private static final JsonMapper JSON = new JsonMapper();

  /** Lists below a list, which have tables of their own. */
  private static final Set<String> DEEPER = Set.of("leastBy", "mostBy");

  private static JsonNode json(AnalysisDocument document, Language language) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    document.writeJson(stream, language);
    return JSON.readTree(stream.toByteArray());
  }

  /** Flattens objects by the rule of {@link NamedTable}, written a second time. */
  private static Map<String, String> flat(JsonNode totals, JsonNode... objects) {
    Map<String, String> flat = new TreeMap<>();
    for (JsonNode object : objects) {
      object.forEachEntry((name, value) -> add(flat, name, value, totals));
    }
    return flat;
  }

  private static void add(Map<String, String> flat, String path, JsonNode value, JsonNode totals) {
    if (value.isObject() && isInterval(value)) {
      flat.put(path, interval(value));
    } else if (value.isObject()) {
      value.forEachEntry((name, below) -> add(flat, path + "/" + name, below, totals));
    } else if (path.equals("classes")) {
      for (int k = 0; k < value.size(); k++) {
        flat.put("classes/" + totals.get(k).get("e").asString(), text(value.get(k)));
      }
    } else if (value.isArray() && !value.isEmpty() && value.get(0).has("e")) {
      value.forEach(
          one ->
              one.forEachEntry(
                  (name, below) -> {
                    if (!name.equals("e") && !DEEPER.contains(name)) {
                      flat.put(path + "/" + one.get("e").asString() + "/" + name, text(below));
                    }
                  }));
    } else if (value.isArray()) {
      flat.put(path, list(value));
    } else {
      flat.put(path, text(value));
    }
  }

  private static String list(JsonNode list) {
    List<JsonNode> items = new ArrayList<>();
    list.forEach(items::add);
    boolean isIntervals = items.stream().allMatch(AnalysisTablesTest::isInterval);
    if (items.stream().anyMatch(JsonNode::isObject) && !isIntervals) {
      return String.valueOf(items.size());
    }
    return items.stream()
        .map(one -> one.isObject() ? interval(one) : text(one))
        .collect(Collectors.joining(" "));
  }

  private static boolean isInterval(JsonNode one) {
    return one.size() == 2 && one.path("from").isNumber() && one.path("to").isNumber();
  }

  private static String interval(JsonNode one) {
    return text(one.get("from")) + ".." + text(one.get("to"));
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "" : value.isNumber() ? plain(value.asString()) : value.asString();
  }

  private static String plain(String number) {
    return new BigDecimal(number).stripTrailingZeros().toPlainString();
  }

  private static String text(Object cell) {
    return cell instanceof Number ? plain(cell.toString()) : cell.toString();
  }

  private static void assertSame(NamedTable table, List<Map<String, String>> expected) {
    assertThat(table.rows()).as(table.name()).hasSameSizeAs(expected).isNotEmpty();
    Set<String> named = new TreeSet<>();
    for (int k = 0; k < expected.size(); k++) {
      Map<String, String> row = expected.get(k);
      named.addAll(row.keySet());
      for (int c = 0; c < table.columns().size(); c++) {
        String column = table.columns().get(c);
        String cell = text(table.rows().get(k).get(c));
        String found = row.getOrDefault(column, "");
        boolean isEmptyList =
            found.equals("0") && cell.isEmpty() || cell.equals("0") && found.isEmpty();
        assertThat(isEmptyList || cell.equals(found))
            .as("%s of row %d: %s, %s", column, k, cell, found)
            .isTrue();
      }
    }
    assertThat(table.columns()).as(table.name()).doesNotHaveDuplicates().containsAll(named);
  }

  private static NamedTable table(AnalysisDocument document, String name) {
    return document.tables(Language.NB).stream()
        .filter(one -> one.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<Map<String, String>> rows(JsonNode document, String list, String... omitted) {
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode one : document.get(list)) {
      Map<String, String> row = flat(document.path("totals"), one);
      row.keySet().removeAll(Set.of(omitted));
      rows.add(row);
    }
    return rows;
  }

  @Test
  void stability_has_the_names_of_its_document() {
    AnalysisDocument document = AnalysisReportsTest.analyzed(AnalysisKind.STABILITY, true);
    JsonNode json = json(document, Language.NB);
    List<Map<String, String>> rows = rows(json, "candidates");
    rows.forEach(row -> row.put("rangesJointlyAttainable", "false"));
    assertSame(document.tables(Language.NB).get(0), rows);
    assertThat(document.tables(Language.NB).get(0).columns())
        .contains("classes/0.01", "ranges/0.01/least", "ranges/0.01/most");
    assertSame(table(document, "totals"), rows(json, "totals"));
    assertThat(table(document, "leastBy").rows()).isNotEmpty();
  }

  @Test
  void the_queue_has_the_names_of_its_document() {
    AnalysisDocument document = AnalysisReportsTest.analyzed(AnalysisKind.QUEUE, false);
    JsonNode json = json(document, Language.NB);
    for (String list : List.of("totals", "firstOut", "numbers")) {
      assertSame(table(document, list), rows(json, list));
    }
    assertSame(document.tables(Language.NB).get(0), rows(json, "candidates"));
    int gains = 0;
    for (JsonNode total : json.get("totals")) {
      gains += total.get("gains").size();
    }
    assertThat(table(document, "gains").rows()).hasSize(gains);
    assertThat(table(document, "gains").columns())
        .containsExactly(
            "persons",
            "gains/municipality",
            "gains/name",
            "gains/from/persons",
            "gains/from/minors",
            "gains/to/persons",
            "gains/to/minors");
  }

  @Test
  void weights_have_the_names_of_their_document_a_row_for_each_criterion() {
    AnalysisDocument document = AnalysisReportsTest.analyzed(AnalysisKind.WEIGHTS, false);
    JsonNode json = json(document, Language.NB);
    List<Map<String, String>> rows = new ArrayList<>();
    List<Map<String, String>> pieces = new ArrayList<>();
    for (JsonNode criterion : json.get("criteria")) {
      String id = criterion.get("criterion").asString();
      rows(criterion, "candidates").forEach(row -> rows.add(with(row, "criterion", id)));
      rows(criterion, "pieces").forEach(row -> pieces.add(with(row, "criterion", id)));
    }
    assertSame(document.tables(Language.NB).get(0), rows);
    assertSame(table(document, "pieces"), pieces);
    List<Map<String, String>> criteria = rows(json, "criteria");
    for (int k = 0; k < criteria.size(); k++) {
      criteria.get(k).put("doubtful", "" + json.get("criteria").get(k).get("doubtful").size());
    }
    assertSame(table(document, "criteria"), criteria);
  }

  private static Map<String, String> with(Map<String, String> row, String name, String value) {
    row.put(name, value);
    return row;
  }

  @Test
  void why_not_has_the_names_of_its_document_a_row_for_each_lever() {
    AnalysisDocument document = AnalysisReportsTest.analyzed(AnalysisKind.WHY_NOT, false);
    JsonNode json = json(document, Language.NB);
    List<Map<String, String>> rows = new ArrayList<>();
    for (JsonNode place : json.get("municipalities")) {
      for (JsonNode lever : place.get("levers")) {
        Map<String, String> row = flat(json, place, lever);
        row.remove("levers");
        rows.add(row);
      }
    }
    assertSame(document.tables(Language.NB).get(0), rows);
    assertThat(document.tables(Language.NB).get(0).columns()).contains("cells/2017");
    assertSame(table(document, "allocations"), rows(json, "allocations"));
    assertThat(table(document, "changes").rows()).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(AnalysisKind.class)
  void a_workbook_has_every_table_and_another_reader_reads_the_same_cells(AnalysisKind kind)
      throws IOException {
    AnalysisDocument document = AnalysisReportsTest.analyzed(kind, true);
    byte[] bytes = document.renderings().get("xlsx.en");
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    AnalysisFormat.XLSX.write(document, Language.EN, again);
    assertThat(again.toByteArray()).isEqualTo(bytes);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
      List<NamedTable> tables = document.tables(Language.EN);
      assertThat(book.getSheets().map(sheet -> sheet.getName()).toList())
          .isEqualTo(tables.stream().map(NamedTable::name).toList());
      for (NamedTable table : tables) {
        List<Row> rows = book.findSheet(table.name()).orElseThrow().read();
        assertThat(rows).hasSize(table.rows().size() + 1);
        assertSameCells(rows.get(0), table.columns());
        for (int k = 0; k < table.rows().size(); k++) {
          assertSameCells(rows.get(k + 1), table.rows().get(k));
        }
      }
    }
  }

  private static void assertSameCells(Row row, List<?> cells) {
    for (int c = 0; c < cells.size(); c++) {
      Object cell = cells.get(c);
      Cell found = row.getOptionalCell(c).orElse(null);
      if (found == null || found.getType() == CellType.EMPTY) {
        assertThat(cell).isEqualTo("");
      } else if (cell instanceof Number) {
        assertThat(found.getType()).isEqualTo(CellType.NUMBER);
        assertThat(found.asNumber()).isEqualByComparingTo(new BigDecimal(cell.toString()));
      } else if (cell instanceof Boolean) {
        assertThat(found.asBoolean()).isEqualTo(cell);
      } else {
        assertThat(found.getType()).isEqualTo(CellType.STRING);
        assertThat(found.asString()).isEqualTo(SpreadsheetSanitizer.text(cell.toString()));
      }
    }
  }
}
