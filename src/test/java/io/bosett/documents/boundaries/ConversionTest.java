package io.bosett.documents.boundaries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.documents.imports.ImportSamples;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.IndicatorTable;
import io.bosett.documents.imports.folder.ProvenanceText;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetHistory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
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
  void tiles_languages_and_points_go_to_the_same_places_as_in_the_dataset_of_today()
      throws IOException {
    Map<String, Conversion.Municipality> found = new TreeMap<>();
    to(2024).municipalities().forEach(one -> found.put(one.id(), one));
    Dataset today = DatasetFolder.read(Path.of("models", "norway-2025"));
    // Ålesund and Haram have no known share; their parts were assigned by hand there.
    assertThat(found.remove("1508").tile()).isNull();
    assertThat(found.remove("1580").tile()).isNull();
    found.forEach(
        (id, one) -> {
          int at = today.position(id);
          assertThat(one.tile()).as(id).isEqualTo(today.tile(at));
          assertThat(one.language()).as(id).isEqualTo(today.language(at));
          assertThat(one.longitude()).as(id).isCloseTo(today.longitude(at), within(0.002));
          assertThat(one.latitude()).as(id).isCloseTo(today.latitude(at), within(0.002));
        });
    assertThat(to(2024).lists()).contains("tiles: 1508, 1580 have none");
  }

  @Test
  void a_converted_folder_keeps_names_changes_and_provenance(@TempDir Path place)
      throws IOException {
    Path folder = Files.createDirectory(place.resolve("norway"));
    try (Stream<Path> files = Files.list(ImportSamples.NORWAY)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    DatasetHistory.Import one =
        new DatasetHistory.Import(
            "population", 2018, "Personer", "a.xlsx", "00", "2026-11-26", 422, List.of("--map p"));
    Files.writeString(folder.resolve("provenance.json"), ProvenanceText.of(List.of(one)));
    Path target = place.resolve("norway-2020");
    ConvertedFolder.write(Conversion.of(folder, 2020, WEIGHTS), target, "norway-2020", Map.of());
    Dataset before = DatasetFolder.read(folder);
    Dataset after = DatasetFolder.read(target);
    assertThat(after.history().spellings()).isEqualTo(before.history().spellings());
    assertThat(after.history().changes()).isEqualTo(before.history().changes());
    assertThat(after.history().imports().get(0).answers())
        .containsExactly("--map p", "carried over from the boundaries of 2018 to 2020");
    assertThat(after.tile(after.position("3001"))).isEqualTo(before.tile(before.position("0101")));
    assertThat(after.language(after.position("3001")))
        .isEqualTo(before.language(before.position("0101")));
    assertThat(after.tile(after.position("3014"))).isNotNull();
    assertThat(after.language(after.position("3014"))).isNull();
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
