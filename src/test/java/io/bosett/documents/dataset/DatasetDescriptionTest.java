package io.bosett.documents.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What a dataset is, and its rows. */
class DatasetDescriptionTest {
  private static Dataset dataset() {
    return new DatasetBuilder("small", "Three")
        .note("n")
        .county("1", "One")
        .indicator(new Indicator("settled", "persons", "asked", "CC0", "Settled."))
        .municipality("C", " =1;\"x\"", "1")
        .municipality("A", "Aa", "1", 10.5, -59.25)
        .municipality("+B", "Bø, Ås", "1")
        .number("A", "settled", 2017, 1234.5)
        .suppressed("+B", "settled", 2017)
        .number("A", "=hash", 2016, -3)
        .build();
  }

  private static String csv(CsvDialect dialect) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    DatasetMunicipalities.writeCsv(dataset(), dialect, stream);
    return stream.toString(UTF_8);
  }

  @Test
  void a_description_counts_what_every_year_has() {
    assertThat(JsonWriter.text(out -> DatasetDescription.write(out, dataset())))
        .isEqualTo(
            "{\"id\":\"small\",\"title\":\"Three\",\"contentHash\":\""
                + dataset().contentHash()
                + "\",\"municipalities\":3,\"newestYear\":2017,\"notes\":[\"n\"],\"counties\":{\"1\":\"One\"},"
                + "\"indicators\":[{\"id\":\"=hash\",\"unit\":\"\",\"source\":\"\","
                + "\"licence\":\"\",\"description\":\"\",\"years\":[{\"year\":2016,\"numbers\":1,"
                + "\"suppressed\":0,\"missing\":2}]},{\"id\":\"settled\",\"unit\":\"persons\","
                + "\"source\":\"asked\",\"licence\":\"CC0\",\"description\":\"Settled.\","
                + "\"years\":[{\"year\":2017,\"numbers\":1,\"suppressed\":1,\"missing\":1}]}]}");
  }

  @Test
  void rows_as_json_are_those_of_a_scenario_with_its_figures() {
    assertThat(JsonWriter.text(out -> DatasetMunicipalities.write(out, dataset())))
        .startsWith("{\"dataset\":\"small\",\"contentHash\":\"" + dataset().contentHash() + "\",")
        .contains(
            "{\"id\":\"A\",\"name\":\"Aa\",\"county\":\"1\",\"longitude\":10.5,"
                + "\"latitude\":-59.25,\"indicators\":{\"=hash\":{\"2016\":-3},"
                + "\"settled\":{\"2017\":1234.5}}}");
  }

  @Test
  void rows_as_csv_have_a_column_for_every_indicator_and_year() throws IOException {
    assertThat(csv(CsvDialect.RFC_4180))
        .isEqualTo(
            "id,name,county,longitude,latitude,'=hash_2016,settled_2017\r\n"
                + "'+B,\"Bø, Ås\",1,,,,s\r\n"
                + "A,Aa,1,10.5,-59.25,-3,1234.5\r\n"
                + "C,\"' =1;\"\"x\"\"\",1,,,,\r\n");
  }

  @Test
  void csv_for_excel_has_a_mark_semicolons_and_decimal_commas() throws IOException {
    assertThat(csv(CsvDialect.EXCEL))
        .startsWith("\uFEFFid;name;county;")
        .contains("\r\nA;Aa;1;10,5;-59,25;-3;1234,5\r\n", "\"' =1;\"\"x\"\"\"");
  }
}
