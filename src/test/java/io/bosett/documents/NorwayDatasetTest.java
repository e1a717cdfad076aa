package io.bosett.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.DatasetFolder;
import io.bosett.model.Column;
import io.bosett.model.Dataset;
import io.bosett.model.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The figures of 2018, counted column by column. */
class NorwayDatasetTest {
  private static final Path FOLDER = Path.of("models/norway-2018");
  private static final Dataset NORWAY = DatasetFolder.read(FOLDER);

  @ParameterizedTest
  @CsvSource({
    "population, 2016, 421, 0, 5150571",
    "population, 2017, 422, 0, 5258317",
    "population, 2018, 422, 0, 5295619",
    "population_15_74, 2017, 422, 0, 3976667",
    "employed, 2014, 422, 0, 2649584",
    "employed, 2017, 422, 0, 2625555",
    "employment_rate, 2014, 422, 0, 28780",
    "employment_rate, 2017, 422, 0, 27690.4",
    "unemployed, 2014, 422, 0, 82484",
    "unemployment_rate, 2014, 422, 0, 1130.4",
    "introduction_leavers, 2011, 356, 66, 2787",
    "introduction_leavers, 2012, 354, 68, 3364",
    "introduction_leavers, 2013, 361, 61, 3678",
    "introduction_leavers, 2014, 369, 53, 3693",
    "introduction_success, 2011, 96, 133, 4956",
    "introduction_success, 2012, 107, 144, 5695",
    "introduction_success, 2013, 118, 156, 6614",
    "introduction_success, 2014, 105, 164, 5913",
    "introduction_leavers_pooled, 2014, 168, 0, 10030",
    "introduction_success_pooled, 2014, 168, 0, 10994.4",
    "introduction_direct_leavers, 2014, 155, 100, 3000",
    "introduction_direct_success, 2014, 75, 180, 4135.6",
    "introduction_participants, 2015, 291, 43, 10755",
    "settled, 2014, 311, 24, 7672",
    "settled, 2015, 422, 0, 11268",
    "settled, 2016, 399, 6, 15221",
    "settled, 2017, 345, 38, 10895",
    "settled, 2018, 223, 52, 4766",
    "requested, 2014, 422, 0, 10973",
    "requested, 2015, 422, 0, 11185",
    "requested, 2016, 421, 0, 18517",
    "requested, 2017, 411, 0, 12714",
    "requested, 2018, 224, 0, 5350",
    "decided, 2014, 387, 0, 8084",
    "decided, 2015, 391, 0, 11714",
    "decided, 2016, 408, 0, 16523",
    "decided, 2017, 411, 0, 12158",
    "decided, 2018, 222, 2, 5263",
    "em_requested, 2016, 372, 0, 4631",
    "em_requested, 2017, 324, 0, 1136",
    "em_decided, 2016, 246, 0, 2867",
    "area, 2018, 422, 0, 318555.7"
  })
  void every_column_has_its_numbers_and_sum(
      String indicator, int year, int numbers, int suppressed, double sum) {
    Column column = NORWAY.column(indicator, year);
    int countedNumbers = 0;
    int countedSuppressed = 0;
    double countedSum = 0;
    for (int i = 0; i < NORWAY.size(); i++) {
      countedNumbers += column.isNumber(i) ? 1 : 0;
      countedSuppressed += column.isSuppressed(i) ? 1 : 0;
      countedSum += column.isNumber(i) ? column.value(i) : 0;
    }
    assertThat(List.of(countedNumbers, countedSuppressed)).containsExactly(numbers, suppressed);
    assertThat(Math.abs(countedSum - sum)).isLessThan(0.001);
  }

  @Test
  void there_are_no_further_columns() {
    int columns = NORWAY.indicators().keySet().stream().mapToInt(i -> NORWAY.years(i).size()).sum();
    assertThat(columns).isEqualTo(42);
    assertThat(NORWAY.indicators()).hasSize(19);
    assertThat(NORWAY.size()).isEqualTo(422);
    assertThat(NORWAY.counties()).hasSize(18);
  }

  @Test
  void the_requests_of_2018_are_those_published() {
    Column requested = NORWAY.column("requested", 2018);
    int exactlyTen = 0;
    double largest = 0;
    for (int i = 0; i < NORWAY.size(); i++) {
      exactlyTen += requested.value(i) == 10 ? 1 : 0;
      largest = Math.max(largest, requested.isNumber(i) ? requested.value(i) : 0);
    }
    assertThat(exactlyTen).isEqualTo(107);
    assertThat(largest).isEqualTo(370).isEqualTo(requested.value(NORWAY.position("0301")));
  }

  @Test
  void every_municipality_has_a_county_with_a_name_and_a_place_in_norway() {
    for (int i = 0; i < NORWAY.size(); i++) {
      assertThat(NORWAY.county(i)).isEqualTo(NORWAY.municipality(i).substring(0, 2));
      assertThat(NORWAY.counties().get(NORWAY.county(i)).name()).hasSizeGreaterThan(3);
      assertThat(NORWAY.longitude(i)).isBetween(4.0, 32.0);
      assertThat(NORWAY.latitude(i)).isBetween(57.0, 72.0);
    }
  }

  @Test
  void every_indicator_says_unit_source_licence_and_meaning() {
    for (Indicator indicator : NORWAY.indicators().values()) {
      assertThat(
              List.of(
                  indicator.unit(),
                  indicator.source(),
                  indicator.licence(),
                  indicator.description()))
          .as(indicator.id())
          .allSatisfy(text -> assertThat(text).isNotBlank());
    }
  }

  @Test
  void the_dataset_that_ships_is_the_same() {
    assertThat(DatasetCatalog.shipped().dataset("norway-2018").contentHash())
        .isEqualTo(NORWAY.contentHash());
  }

  @Test
  void the_converter_makes_the_same_files_again(@TempDir Path folder)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(
                java,
                FOLDER.resolve("Convert.java").toString(),
                FOLDER.resolve("source").toString(),
                folder.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    for (String file : List.of("municipalities.csv", "indicators.csv")) {
      assertThat(folder.resolve(file)).hasSameTextualContentAs(FOLDER.resolve(file));
      assertThat(Files.size(folder.resolve(file))).isEqualTo(Files.size(FOLDER.resolve(file)));
    }
  }
}
