import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes the tables of the dataset from those in {@code source/}: {@code java
 * models/norway-2025/Convert.java [FROM] [TO]}. Figures of the 357 municipalities are copied as
 * they stand. Points, areas, tiles and languages come from the 422 municipalities of 2018 by the
 * changes of {@code changes.csv}.
 */
final class Convert {
  /** Column of the table, indicator and year. */
  private static final List<String> CELLS = new ArrayList<>();

  static {
    for (int year = 2014; year <= 2026; year++) {
      CELLS.add("population_" + year + " population " + year);
    }
    CELLS.add("employed_2022 employed 2022");
    CELLS.add("population_15_74_2022 population_15_74 2022");
    CELLS.add("employment_rate_2022 employment_rate 2022");
    CELLS.add("settled_2022 settled 2022");
    CELLS.add("settled_2023 settled 2023");
    CELLS.add("settled_2024_to_2024_11_13 settled 2024");
    CELLS.add("settled_2025 settled 2025");
    for (int year = 2023; year <= 2025; year++) {
      CELLS.add("requested_" + year + " requested " + year);
      CELLS.add("decided_" + year + " decided " + year);
    }
    CELLS.add("em_requested_2024 em_requested 2024");
    CELLS.add("em_decided_2024 em_decided 2024");
  }

  /** The parts of 2018 of what was one municipality in 2020-2023 and is two again, by hand. */
  private static final Map<String, String> BY_HAND =
      Map.of("1504", "1508", "1523", "1508", "1529", "1508", "1546", "1508", "1534", "1580");

  private Convert() {}

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments.length > 0 ? arguments[0] : "models/norway-2025/source");
    Path to = Path.of(arguments.length > 1 ? arguments[1] : "models/norway-2025");
    Map<String, Map<String, String>> table = read(from.resolve("norway_municipalities_2025.csv"));
    Map<String, Map<String, String>> points =
        read(from.resolve("norway_municipality_points_2018.csv"));
    Map<String, Map<String, String>> tiles = read(from.resolve("norway_tiles_2018.csv"));
    Map<String, Map<String, String>> languages = read(from.resolve("norway_language_2018.csv"));
    Map<String, Map<String, Double>> parts = parts(from, points, table);
    Files.writeString(to.resolve("municipalities.csv"), municipalities(table, parts, points));
    Files.writeString(to.resolve("indicators.csv"), indicators(table, parts, points));
    Files.writeString(to.resolve("tiles.csv"), tiles(parts, points, tiles));
    Files.writeString(to.resolve("languages.csv"), languages(parts, languages));
  }

  /** The rows by their first column. Names with commas are quoted in the tables. */
  private static Map<String, Map<String, String>> read(Path file) throws IOException {
    Map<String, Map<String, String>> table = new TreeMap<>();
    List<String> lines = Files.readAllLines(file);
    List<String> head = fields(lines.get(0));
    for (String line : lines.subList(1, lines.size())) {
      List<String> cells = fields(line);
      if (cells.size() != head.size()) {
        throw new IOException(file + " has a row of " + cells.size() + " cells: " + line);
      }
      Map<String, String> row = table.computeIfAbsent(cells.get(0), id -> new TreeMap<>());
      for (int i = 1; i < head.size(); i++) {
        row.put(head.get(i), cells.get(i));
      }
    }
    return table;
  }

  private static List<String> fields(String line) {
    List<String> fields = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        fields.add(field.toString());
        field.setLength(0);
      } else {
        field.append(c);
      }
    }
    fields.add(field.toString());
    return fields;
  }

  /** For each municipality of today those of 2018 that went there, with their share. */
  private static Map<String, Map<String, Double>> parts(
      Path from, Map<String, Map<String, String>> old, Map<String, Map<String, String>> today)
      throws IOException {
    Map<String, Map<String, Double>> now = new TreeMap<>();
    old.keySet().forEach(code -> now.put(code, new LinkedHashMap<>(Map.of(code, 1.0))));
    List<List<String>> changes = new ArrayList<>();
    for (String line : Files.readAllLines(from.resolveSibling("changes.csv"))) {
      changes.add(fields(line));
    }
    for (int year = 2019; year <= 2024; year++) {
      for (Map.Entry<String, Map<String, Double>> entry : now.entrySet()) {
        entry.setValue(step(entry.getKey(), entry.getValue(), changes, year));
      }
    }
    Map<String, Map<String, Double>> parts = new TreeMap<>();
    now.forEach(
        (code, shares) ->
            shares.forEach(
                (today2, share) ->
                    parts.computeIfAbsent(today2, t -> new TreeMap<>()).put(code, share)));
    if (!parts.keySet().equals(today.keySet())) {
      throw new IOException("the changes do not lead to the municipalities of the table");
    }
    return parts;
  }

  private static Map<String, Double> step(
      String origin, Map<String, Double> shares, List<List<String>> changes, int year) {
    Map<String, Double> next = new LinkedHashMap<>();
    shares.forEach(
        (code, share) -> {
          boolean changed = false;
          for (List<String> change : changes) {
            if (change.get(1).equals("" + year) && change.get(2).equals(code)) {
              changed = true;
              String into = change.get(4);
              String weight = change.get(9);
              boolean mine = !weight.isEmpty() || into.equals(BY_HAND.get(origin));
              if (mine) {
                next.merge(
                    into,
                    weight.isEmpty() ? share : share * Double.parseDouble(weight),
                    Double::sum);
              }
            }
          }
          if (!changed) {
            next.merge(code, share, Double::sum);
          }
        });
    return next;
  }

  private static double area(Map<String, Double> parts, Map<String, Map<String, String>> points) {
    double area = 0;
    for (Map.Entry<String, Double> part : parts.entrySet()) {
      area += part.getValue() * number(points, part.getKey(), "area_km2");
    }
    return area;
  }

  private static double number(Map<String, Map<String, String>> table, String id, String column) {
    return Double.parseDouble(table.get(id).get(column));
  }

  /** The mean of a column over the parts by area. */
  private static double mean(
      Map<String, Double> parts,
      Map<String, Map<String, String>> points,
      Map<String, Map<String, String>> table,
      String column) {
    double sum = 0;
    for (Map.Entry<String, Double> part : parts.entrySet()) {
      double weight = part.getValue() * number(points, part.getKey(), "area_km2");
      sum += weight * number(table, part.getKey(), column);
    }
    return sum / area(parts, points);
  }

  private static String written(double value, int digits) {
    String text = String.format(Locale.ROOT, "%." + digits + "f", value);
    return text.contains(".") ? text.replaceAll("0+$", "").replaceAll("\\.$", "") : text;
  }

  private static String municipalities(
      Map<String, Map<String, String>> table,
      Map<String, Map<String, Double>> parts,
      Map<String, Map<String, String>> points) {
    StringBuilder text = new StringBuilder("id,name,county,longitude,latitude\n");
    table.forEach(
        (id, row) ->
            text.append(id)
                .append(',' + row.get("name") + ',' + row.get("county_id"))
                .append(',' + written(mean(parts.get(id), points, points, "longitude"), 4))
                .append(',' + written(mean(parts.get(id), points, points, "latitude"), 4))
                .append('\n'));
    return text.toString();
  }

  private static String indicators(
      Map<String, Map<String, String>> table,
      Map<String, Map<String, Double>> parts,
      Map<String, Map<String, String>> points) {
    StringBuilder text = new StringBuilder("municipality,indicator,year,value,flag\n");
    table.forEach(
        (id, row) -> {
          TreeSet<String> rows = new TreeSet<>();
          for (String cell : CELLS) {
            String[] named = cell.split(" ");
            String value = row.get(named[0]);
            if (!value.isEmpty()) {
              rows.add(named[1] + ',' + named[2] + ',' + (value.equals("s") ? ",s" : value + ','));
            }
          }
          rows.add("area,2024," + written(area(parts.get(id), points), 1) + ',');
          rows.forEach(line -> text.append(id).append(',').append(line).append('\n'));
        });
    return text.toString();
  }

  /**
   * The tile of that part which lies nearest to the mean of all parts by area, seen as the map is
   * drawn: odd rows are shifted by half a tile to the right.
   */
  private static String tiles(
      Map<String, Map<String, Double>> parts,
      Map<String, Map<String, String>> points,
      Map<String, Map<String, String>> tiles) {
    StringBuilder text = new StringBuilder("municipality,column,row\n");
    parts.forEach(
        (id, own) -> {
          double x = 0;
          double y = 0;
          double all = area(own, points);
          for (Map.Entry<String, Double> part : own.entrySet()) {
            double weight = part.getValue() * number(points, part.getKey(), "area_km2") / all;
            x += weight * x(tiles, part.getKey());
            y += weight * y(tiles, part.getKey());
          }
          String best = "";
          double nearest = Double.MAX_VALUE;
          for (Map.Entry<String, Double> part : own.entrySet()) {
            double distance = Math.hypot(x(tiles, part.getKey()) - x, y(tiles, part.getKey()) - y);
            if (part.getValue() == 1.0 && distance < nearest) {
              best = part.getKey();
              nearest = distance;
            }
          }
          Map<String, String> tile = tiles.get(best);
          text.append(id + ',' + tile.get("column") + ',' + tile.get("row") + '\n');
        });
    return text.toString();
  }

  private static double x(Map<String, Map<String, String>> tiles, String id) {
    return number(tiles, id, "column") + 0.5 * (((int) number(tiles, id, "row")) & 1);
  }

  private static double y(Map<String, Map<String, String>> tiles, String id) {
    return 0.866 * number(tiles, id, "row");
  }

  /** The language where the territory is still that of one municipality of 2018. */
  private static String languages(
      Map<String, Map<String, Double>> parts, Map<String, Map<String, String>> languages) {
    Map<String, String> ids = Map.of("bokmål", "nb", "nynorsk", "nn", "nøytral", "neutral");
    StringBuilder text = new StringBuilder("municipality,language\n");
    parts.forEach(
        (id, own) -> {
          Map.Entry<String, Double> first = own.entrySet().iterator().next();
          boolean same = own.size() == 1 && first.getValue() == 1.0;
          String language = ids.get(languages.get(first.getKey()).get("language"));
          if (same && language != null) {
            text.append(id + ',' + language + '\n');
          }
        });
    return text.toString();
  }
}
