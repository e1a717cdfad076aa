package io.bosett.documents.boundaries;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.ImportSamples;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.model.Dataset;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dataset in the boundaries of a later year. */
final class ConversionTest {
  private static final Map<String, String> WEIGHTS =
      Map.of(
          "employment_rate", "population_15_74",
          "unemployment_rate", "employed",
          "introduction_success", "introduction_leavers",
          "introduction_success_pooled", "introduction_leavers_pooled",
          "introduction_direct_success", Conversion.NONE);

  private static Conversion to(int year) throws IOException {
    return Conversion.of(ImportSamples.NORWAY, year, WEIGHTS);
  }

  private static Map<String, BigDecimal> sums(Iterable<Cell> cells) {
    Map<String, BigDecimal> sums = new TreeMap<>();
    for (Cell cell : cells) {
      if (!cell.isSuppressed()) {
        sums.merge(
            cell.indicator() + " " + cell.year(), new BigDecimal(cell.value()), BigDecimal::add);
      }
    }
    return sums;
  }

  private static boolean isCount(String column) {
    return !column.contains("rate") && !column.contains("success");
  }

  @Test
  void the_sum_of_every_count_is_kept() throws IOException {
    Map<String, BigDecimal> before = sums(IndicatorTable.read(ImportSamples.NORWAY).cells());
    Map<String, BigDecimal> after = sums(to(2020).cells());
    before.keySet().removeIf(column -> !isCount(column));
    after.keySet().removeIf(column -> !isCount(column));
    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (column, sum) -> assertThat(after.get(column)).as(column).isEqualByComparingTo(sum));
    assertThat(after.get("population 2018")).isEqualByComparingTo("5295619");
    assertThat(after.get("population 2017")).isEqualByComparingTo("5258317");
  }

  @Test
  void what_was_divided_without_a_share_stays_empty_and_is_listed_with_its_sum()
      throws IOException {
    Conversion conversion = to(2024);
    Map<String, BigDecimal> after = sums(conversion.cells());
    assertThat(after.get("population 2018")).isEqualByComparingTo("5230554");
    assertThat(conversion.lists())
        .contains(
            "population 2018: 1508, 1580 stay empty; together they have 65065, from 1504, 1523,"
                + " 1529, 1534, 1546");
    assertThat(conversion.cells())
        .noneMatch(
            cell -> cell.municipality().equals("1508") || cell.municipality().equals("1580"));
    assertThat(conversion.municipalities()).hasSize(357);
  }

  @Test
  void the_rate_of_joined_parts_is_their_mean_by_weight() throws IOException {
    // 0124 Askim, 0122 Trøgstad, 0123 Spydeberg, 0125 Eidsberg and 0138 Hobøl became 3014.
    Dataset before = DatasetFolder.read(ImportSamples.NORWAY);
    double sum = 0;
    double people = 0;
    for (String part : List.of("0122", "0123", "0124", "0125", "0138")) {
      int at = before.position(part);
      double weight = before.column("population_15_74", 2017).value(at);
      sum += weight * before.column("employment_rate", 2017).value(at);
      people += weight;
    }
    String expected =
        BigDecimal.valueOf(sum / people).setScale(1, java.math.RoundingMode.HALF_UP).toString();
    assertThat(to(2020).cells()).contains(new Cell("3014", "employment_rate", 2017, expected));
  }

  @Test
  void a_rate_without_a_weight_is_asked_about() throws IOException {
    Conversion conversion = Conversion.of(ImportSamples.NORWAY, 2020, Map.of());
    assertThat(conversion.questions()).hasSize(5);
    assertThat(conversion.questions().get(0).flag()).contains("--weight employment_rate=INDICATOR");
  }

  @Test
  void a_converted_folder_is_a_sound_dataset_of_its_year(@TempDir Path place) throws IOException {
    Path target = place.resolve("norway-2020");
    ConvertedFolder.write(to(2020), target, "norway-2020", Map.of("30", "Viken"));
    Dataset dataset = DatasetFolder.read(target);
    assertThat(dataset.size()).isEqualTo(356);
    assertThat(dataset.id()).isEqualTo("norway-2020");
    assertThat(dataset.name(dataset.position("3001"))).isEqualTo("Halden");
    assertThat(dataset.counties().get("30").name()).isEqualTo("Viken");
    Conversion again = Conversion.of(target, 2020, Map.of());
    assertThat(again.from()).isEqualTo(2020);
    assertThat(sums(again.cells())).isEqualTo(sums(IndicatorTable.read(target).cells()));
  }

  @Test
  void parts_of_a_whole_figure_are_whole_and_sum_to_it() {
    for (long seed = 0; seed < 500; seed++) {
      Random random = new Random(seed);
      List<BigDecimal> shares =
          List.of(new BigDecimal("0.35"), new BigDecimal("0.35"), new BigDecimal("0.3"));
      BigDecimal figure = BigDecimal.valueOf(random.nextInt(100_000));
      List<BigDecimal> parts = LargestRemainder.divide(figure, shares);
      BigDecimal sum = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(sum).as("seed " + seed).isEqualByComparingTo(figure);
      for (int i = 0; i < parts.size(); i++) {
        BigDecimal distance = figure.multiply(shares.get(i)).subtract(parts.get(i)).abs();
        assertThat(distance).as("seed " + seed).isLessThan(BigDecimal.ONE);
      }
    }
  }

  @Test
  void parts_of_a_suppressed_figure_are_not_invented() {
    Territory territory =
        new Territory(
            new Lineage(HistoryFiles.changes(ImportSamples.NORWAY)),
            List.of("1850", "1805"),
            2018,
            2020);
    Carried carried = new Carried();
    Map<String, BigDecimal> figures = new LinkedHashMap<>();
    figures.put("1850", null);
    figures.put("1805", BigDecimal.TEN);
    new CountCarrying(territory, new Carried.Column("settled", 2017), carried).carry(figures);
    assertThat(carried.cells()).containsExactly(new Cell("1806", "settled", 2017, "10"));
    assertThat(carried.lists()).hasSize(2);
  }
}
