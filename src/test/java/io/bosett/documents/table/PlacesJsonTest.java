package io.bosett.documents.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.SampleResults;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesJsonTest {
  private static final String OSLO =
      "\"municipality\":\"0301\",\"name\":\"Oslo\",\"county\":\"03\",\"persons\":614,"
          + "\"minors\":49,\"target\":553.125,\"cap\":622,\"binding\":[\"cap\",\"region\"],";
  private static final String BERGEN =
      "\"municipality\":\"1201\",\"name\":\"=Bergen;\\\"x\\\"\",\"county\":\"\",\"persons\":10,"
          + "\"minors\":0,\"target\":9.5,\"cap\":10,\"binding\":[],";
  private static final PreviousPersons SETTLED =
      new PreviousPersons(Map.of("0301", 300), false, "settled 2017");

  @Test
  void places_come_with_the_number_of_the_year_before_or_null() {
    assertThat(JsonWriter.text(out -> PlacesJson.write(out, SampleResults.optimal(), SETTLED)))
        .isEqualTo(
            "{\"scenario\":\"Aa og \\\"Bø\\\"\",\"previousFrom\":\"settled 2017\",\"places\":["
                + "{"
                + OSLO
                + "\"previous\":300},{"
                + BERGEN
                + "\"previous\":null}]}");
  }

  @Test
  void without_a_year_before_the_fields_are_null() {
    assertThat(JsonWriter.text(out -> PlacesJson.write(out, SampleResults.optimal(), null)))
        .contains("\"previousFrom\":null", OSLO + "\"previous\":null");
    assertThat(JsonWriter.text(out -> PlacesJson.write(out, SampleResults.infeasible(), null)))
        .isEqualTo("{\"scenario\":\"\",\"previousFrom\":null,\"places\":[]}");
  }

  @Test
  void geojson_has_a_point_with_longitude_first_or_a_null_geometry() {
    Dataset dataset =
        new DatasetBuilder("d", "")
            .municipality("0301", "Oslo", "03", 10.75, 59.9)
            .municipality("1201", "Bergen", "12")
            .build();
    assertThat(
            JsonWriter.text(
                out -> PlacesGeoJson.write(out, SampleResults.optimal(), dataset, SETTLED)))
        .isEqualTo(
            "{\"type\":\"FeatureCollection\",\"features\":["
                + "{\"type\":\"Feature\",\"id\":\"0301\",\"geometry\":{\"type\":\"Point\","
                + "\"coordinates\":[10.75,59.9]},\"properties\":{"
                + OSLO
                + "\"previous\":300}},"
                + "{\"type\":\"Feature\",\"id\":\"1201\",\"geometry\":null,\"properties\":{"
                + BERGEN
                + "\"previous\":null}}]}");
  }
}
