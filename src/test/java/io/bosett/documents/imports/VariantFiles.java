package io.bosett.documents.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes a random table as a file of some format. */
final class VariantFiles {
  private VariantFiles() {}

  static byte[] any(VariantTable table, Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> xlsx(new VariantGrid(table, random, true), random);
      case 1 -> html(new VariantGrid(table, random, false));
      case 2 -> jsonStat(table, random).getBytes(StandardCharsets.UTF_8);
      case 3 -> pcAxis(table, random).getBytes(StandardCharsets.UTF_8);
      default -> csv(new VariantGrid(table, random, false), random);
    };
  }

  private static byte[] csv(VariantGrid grid, Random random) {
    String separator = List.of(";", ",", "\t", "|").get(random.nextInt(4));
    boolean quoted = random.nextBoolean();
    String end = random.nextBoolean() ? "\r\n" : "\n";
    String text =
        grid.rows.stream()
            .map(
                row ->
                    row.stream()
                        .map(cell -> field(cell, separator, quoted))
                        .collect(Collectors.joining(separator)))
            .collect(Collectors.joining(end, "", random.nextBoolean() ? end : ""));
    return encoded(text, random);
  }

  private static String field(String cell, String separator, boolean quoted) {
    boolean needed = quoted || cell.contains(separator) || cell.contains("\"");
    return needed ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
  }

  private static byte[] encoded(String text, Random random) {
    Charset windows = Charset.forName("windows-1252");
    return switch (random.nextInt(5)) {
      case 0 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
      case 1 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE);
      case 2 -> ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE);
      case 3 ->
          windows.newEncoder().canEncode(text)
              ? text.getBytes(windows)
              : text.getBytes(StandardCharsets.UTF_8);
      default -> text.getBytes(StandardCharsets.UTF_8);
    };
  }

  private static byte[] xlsx(VariantGrid grid, Random random) {
    boolean typedCodes = random.nextBoolean();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Workbook book = new Workbook(bytes, "test", "1.0")) {
      Worksheet sheet = book.newWorksheet("Ark1");
      for (int r = 0; r < grid.rows.size(); r++) {
        List<String> row = grid.rows.get(r);
        for (int c = 0; c < row.size(); c++) {
          String cell = row.get(c);
          boolean number = cell.matches("\\d+(\\.\\d+)?") && (typedCodes || !cell.startsWith("0"));
          if (number) {
            sheet.value(r, c, new java.math.BigDecimal(cell));
          } else if (!cell.isEmpty()) {
            sheet.value(r, c, cell);
          }
        }
      }
      if (random.nextBoolean()) {
        book.newWorksheet("Figur").value(0, 0, "En figur");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] html(VariantGrid grid) {
    StringBuilder text = new StringBuilder("<!DOCTYPE html><html><head><title>Tabell</title>");
    text.append("</head><body><h2>Oversikt</h2><table>");
    for (List<String> row : grid.rows) {
      text.append("<tr>");
      row.forEach(
          cell -> text.append("<td>").append(cell.replace("\u00e6", "&aelig;")).append("</td>"));
      text.append("</tr>\n");
    }
    return text.append("</table></body></html>").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String jsonStat(VariantTable table, Random random) {
    int n = table.places.size();
    int k = table.columns.size();
    int t = table.years.size();
    StringBuilder values = new StringBuilder();
    StringBuilder status = new StringBuilder();
    for (int i = 0; i < k * t * n; i++) {
      String cell = table.cells[i % n][i / (n * t)][i / n % t];
      boolean number = !cell.isEmpty() && !cell.equals(":");
      values.append(values.isEmpty() ? "" : ",").append(number ? cell : "null");
      if (!number) {
        status
            .append(status.isEmpty() ? "" : ",")
            .append("\"" + i + "\":\"" + (cell.isEmpty() ? "." : ":") + "\"");
      }
    }
    String roles =
        random.nextBoolean() ? ",\"role\":{\"time\":[\"Tid\"],\"geo\":[\"Region\"]}" : "";
    return "{\"version\":\"2.0\",\"class\":\"dataset\",\"label\":\"Tall\",\"id\":"
        + "[\"Innhold\",\"Tid\",\"Region\"],\"size\":["
        + k
        + ","
        + t
        + ","
        + n
        + "],\"dimension\":{"
        + dimension("Innhold", labels(table, k))
        + ","
        + dimension("Tid", table.years.stream().map(String::valueOf).toList())
        + ","
        + dimension("Region", ids(table, random.nextBoolean() ? "K-" : ""))
        + "},\"value\":["
        + values
        + "],\"status\":{"
        + status
        + "}"
        + roles
        + "}";
  }

  private static List<String> labels(VariantTable table, int count) {
    return java.util.stream.IntStream.range(0, count).mapToObj(table::label).toList();
  }

  private static List<String> ids(VariantTable table, String before) {
    return java.util.stream.IntStream.range(0, table.places.size())
        .mapToObj(p -> before + table.id(p))
        .toList();
  }

  private static String dimension(String id, List<String> categories) {
    return "\""
        + id
        + "\":{\"label\":\""
        + id
        + "\",\"category\":{\"index\":["
        + categories.stream().map(c -> "\"" + c + "\"").collect(Collectors.joining(","))
        + "]}}";
  }

  private static String pcAxis(VariantTable table, Random random) {
    boolean zeros = random.nextBoolean();
    StringBuilder text =
        new StringBuilder("CHARSET=\"ANSI\";\nTITLE=\"Tall, \"\n\"etter region\";\n");
    text.append("STUB=\"region\";\nHEADING=\"innhold\",\"\u00e5r\";\nCONTVARIABLE=\"innhold\";\n");
    values(text, "region", ids(table, zeros ? "" : "K-"));
    values(text, "innhold", labels(table, table.columns.size()));
    values(text, "\u00e5r", table.years.stream().map(String::valueOf).toList());
    text.append("DATASYMBOL1=\".\";\nDATASYMBOL3=\":\";\nDATA=\n");
    for (String[][] row : table.cells) {
      for (String[] column : row) {
        for (String cell : column) {
          text.append(cell.isEmpty() ? "\".\"" : cell.equals(":") ? "\"...\"" : cell).append(' ');
        }
      }
      text.append('\n');
    }
    return text.append(";\n").toString();
  }

  private static void values(StringBuilder text, String name, List<String> values) {
    text.append("VALUES(\"" + name + "\")=")
        .append(values.stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(",\n")))
        .append(";\n");
  }
}
