import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the two wide tables in {@code source/} into {@code municipalities.csv} and {@code
 * indicators.csv}: {@code java models/norway-2018/Convert.java [FROM] [TO]}. Cells are copied as
 * they stand; nothing is computed. An empty cell is missing and gets no row, an {@code s} is
 * suppressed.
 */
final class Convert {
  /** Column of the table, indicator and year. */
  private static final List<String> CELLS =
      List.of(
          "population_2016 population 2016",
          "population_2017 population 2017",
          "population_2018 population 2018",
          "population_15_74_2017 population_15_74 2017",
          "employed_2014 employed 2014",
          "employed_2017 employed 2017",
          "employment_rate_2014 employment_rate 2014",
          "employment_rate_2017 employment_rate 2017",
          "unemployed_2014 unemployed 2014",
          "unemployment_rate_2014 unemployment_rate 2014",
          "intro_completed_1yr_2011 introduction_leavers 2011",
          "intro_completed_1yr_2012 introduction_leavers 2012",
          "intro_completed_1yr_2013 introduction_leavers 2013",
          "intro_completed_1yr_2014 introduction_leavers 2014",
          "intro_share_1yr_2011 introduction_success 2011",
          "intro_share_1yr_2012 introduction_success 2012",
          "intro_share_1yr_2013 introduction_success 2013",
          "intro_share_1yr_2014 introduction_success 2014",
          "intro_completed_1yr_pooled_2011_2014 introduction_leavers_pooled 2014",
          "intro_share_1yr_pooled_2011_2014 introduction_success_pooled 2014",
          "intro_completed_direct_2014 introduction_direct_leavers 2014",
          "intro_share_direct_2014 introduction_direct_success 2014",
          "intro_participants_2015 introduction_participants 2015",
          "settled_2014 settled 2014",
          "settled_2015 settled 2015",
          "settled_2016 settled 2016",
          "settled_2017 settled 2017",
          "settled_2018 settled 2018",
          "requested_2014 requested 2014",
          "requested_2015 requested 2015",
          "requested_2016 requested 2016",
          "requested_2017 requested 2017",
          "requested_2018 requested 2018",
          "decided_2014 decided 2014",
          "decided_2015 decided 2015",
          "decided_2016 decided 2016",
          "decided_2017 decided 2017",
          "decided_2018 decided 2018",
          "em_requested_2016 em_requested 2016",
          "em_requested_2017_nov2016 em_requested 2017",
          "em_decided_2016 em_decided 2016",
          "area_km2 area 2018");

  private Convert() {}

  public static void main(String[] arguments) throws IOException {
    Path from = Path.of(arguments.length > 0 ? arguments[0] : "models/norway-2018/source");
    Path to = Path.of(arguments.length > 1 ? arguments[1] : "models/norway-2018");
    Map<String, Map<String, String>> table = new TreeMap<>();
    read(from.resolve("norway_municipalities_2018.csv"), table);
    read(from.resolve("norway_municipality_points_2018.csv"), table);
    Files.writeString(to.resolve("municipalities.csv"), municipalities(table));
    Files.writeString(to.resolve("indicators.csv"), indicators(table));
  }

  /** Adds a table's columns to the rows, by municipality. The tables quote nothing. */
  private static void read(Path file, Map<String, Map<String, String>> table) throws IOException {
    List<String> lines = Files.readAllLines(file);
    String[] head = lines.get(0).split(",");
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      if (cells.length != head.length) {
        throw new IOException(file + " has a row of " + cells.length + " cells: " + line);
      }
      Map<String, String> row = table.computeIfAbsent(cells[0], id -> new TreeMap<>());
      for (int i = 1; i < head.length; i++) {
        row.put(head[i], cells[i]);
      }
    }
  }

  private static String municipalities(Map<String, Map<String, String>> table) {
    StringBuilder text = new StringBuilder("id,name,county,longitude,latitude\n");
    table.forEach(
        (id, row) ->
            text.append(id)
                .append(',' + row.get("name") + ',' + row.get("county_id"))
                .append(',' + row.get("longitude") + ',' + row.get("latitude") + '\n'));
    return text.toString();
  }

  private static String indicators(Map<String, Map<String, String>> table) {
    StringBuilder text = new StringBuilder("municipality,indicator,year,value,flag\n");
    table.forEach(
        (id, row) -> {
          List<String> rows = new ArrayList<>();
          for (String cell : CELLS) {
            String[] parts = cell.split(" ");
            String value = row.get(parts[0]);
            if (!value.isEmpty()) {
              rows.add(parts[1] + ',' + parts[2] + ',' + (value.equals("s") ? ",s" : value + ','));
            }
          }
          String[] sorted = rows.toArray(new String[0]);
          Arrays.sort(sorted);
          for (String line : sorted) {
            text.append(id).append(',').append(line).append('\n');
          }
        });
    return text.toString();
  }
}
