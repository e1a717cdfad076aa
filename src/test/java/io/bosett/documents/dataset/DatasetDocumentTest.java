package io.bosett.documents.dataset;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.SameDataset;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import io.bosett.model.Indicator;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DatasetDocumentTest {
  private static final String SMALL =
      """
      {"id":"small","title":"Two","notes":["Licence: CC0","Look out"],\
      "counties":{"1":"One","2":"2"},\
      "indicators":[{"id":"empty","unit":"","source":"","licence":"","description":""},\
      {"id":"settled","unit":"persons","source":"asked","licence":"CC0","description":"Settled."}],\
      "municipalities":[\
      {"id":"A","name":"Aa","county":"1","longitude":10.5,"latitude":-59.25,\
      "indicators":{"settled":{"2016":"s","2017":0.0000001}}},\
      {"id":"B","name":"=B\\"ø🏔","county":"2","indicators":{}}]}""";

  /** The dataset of {@link #SMALL}, its rows in the order given. */
  private static Dataset small(boolean ascending) {
    DatasetBuilder builder = new DatasetBuilder("small", "Two");
    builder.note("Licence: CC0").note("Look out");
    builder.indicator(new Indicator("settled", "persons", "asked", "CC0", "Settled."));
    builder.indicator(new Indicator("empty", "", "", "", ""));
    builder.county("1", "One");
    if (ascending) {
      builder.municipality("A", "Aa", "1", 10.5, -59.25).municipality("B", "=B\"ø🏔", "2");
    } else {
      builder.municipality("B", "=B\"ø🏔", "2").municipality("A", "Aa", "1", 10.5, -59.25);
    }
    return builder.number("A", "settled", 2017, 1e-7).suppressed("A", "settled", 2016).build();
  }

  private static Dataset read(String json) {
    return DatasetDocument.read(json.getBytes(UTF_8));
  }

  private static InvalidInputException refused(String json) {
    return catchThrowableOfType(InvalidInputException.class, () -> read(json));
  }

  @Test
  void the_same_dataset_gives_the_same_bytes_whatever_the_order_of_its_rows() {
    assertThat(new String(DatasetDocument.write(small(true)), UTF_8)).isEqualTo(SMALL);
    assertThat(new String(DatasetDocument.write(small(false)), UTF_8)).isEqualTo(SMALL);
  }

  @Test
  void what_is_written_reads_back_as_the_same() {
    SameDataset.assertSame(read(SMALL), small(true));
  }

  @Test
  void the_shipped_figures_survive() {
    Dataset norway = DatasetFolder.read(Path.of("models/norway-2018"));
    byte[] written = DatasetDocument.write(norway);
    Dataset back = DatasetDocument.read(written, "norway-2018");
    SameDataset.assertSame(back, norway);
    assertThat(DatasetDocument.write(back)).isEqualTo(written);
    assertThat(norway.notes()).first().asString().startsWith("Licence: ");
  }

  @Test
  void the_fields_of_a_folder_are_read_as_there() {
    Dataset dataset =
        read(
            """
            {"id": "a", "title": "", "licence": "CC0", "notes": ["n"],
             "indicators": [{"id": "p", "unit": "u", "source": "s", "licence": "l",
                             "description": "d.", "derived": "by hand"}],
             "municipalities": [{"id": "A", "indicators": {"p": {"2017": 1, "2016": null}}}]}
            """);
    assertThat(dataset.notes()).containsExactly("Licence: CC0", "n");
    assertThat(dataset.indicators().get("p").description()).isEqualTo("d. Derived: by hand");
    assertThat(dataset.name(0)).isEqualTo("A");
    assertThat(dataset.county(0)).isEmpty();
    assertThat(dataset.years("p")).containsExactly(2017);
    SameDataset.assertSame(read(new String(DatasetDocument.write(dataset), UTF_8)), dataset);
  }

  @Test
  void figures_of_a_scenario_are_written_without_an_id_and_cannot_be_uploaded() {
    Dataset inline = new DatasetBuilder("", "").municipality("A", "Aa", "").build();
    String written = new String(DatasetDocument.write(inline), UTF_8);
    assertThat(written)
        .isEqualTo(
            "{\"counties\":{},\"indicators\":[],\"municipalities\":"
                + "[{\"id\":\"A\",\"name\":\"Aa\",\"indicators\":{}}]}");
    assertThat(refused(written).violations())
        .extracting(Violation::toString)
        .containsExactlyInAnyOrder(
            "/id is missing; allowed: a text", "/title is missing; allowed: a text");
  }

  @Test
  void every_fault_is_reported_at_its_place() {
    String broken =
        """
        {"id": "Small", "title": "a\\u0000b", "more": 1, "counties": {"1": "One"},
         "indicators": [
           {"id": "p", "unit": "", "source": "", "licence": "", "description": "\\ud83d"},
           {"id": "p", "unit": "", "source": "", "licence": "", "description": ""}],
         "municipalities": [
           {"id": "A", "county": "9", "longitude": 181, "latitude": 0, "indicators": {"q": {}}},
           {"id": "A", "longitude": 3, "indicators": {"p": {"17": "x", "20170": 1}}},
           {"id": "B", "indicators": {"p": {"2017": 1e999}}}]}
        """;
    assertThat(refused(broken).violations())
        .extracting(Violation::toString)
        .containsExactly(
            "/id is 'Small', not the id of a dataset; allowed: [a-z0-9][a-z0-9-]{0,63}",
            "/title contains the control character U+0000; allowed: a text of at most 1000"
                + " characters",
            "/more is not a field here; allowed: one of id, title, licence, notes, counties,"
                + " indicators, municipalities, boundaries, names, changes,"
                + " provenance",
            "/indicators/0/description contains half a surrogate pair, which is no character;"
                + " allowed: a text of at most 10000 characters",
            "/indicators/1/id is 'p', an indicator named before; allowed: every id once",
            "/municipalities/0/county is '9', not a county of the document; allowed: one of"
                + " counties",
            "/municipalities/0/longitude is 181; allowed: -180..180",
            "/municipalities/0/indicators/q is not an indicator of the document; allowed: one of"
                + " indicators",
            "/municipalities/1/latitude is missing; allowed: both longitude and latitude, or"
                + " neither",
            "/municipalities/1/id is 'A', named a second time; allowed: every id once",
            "/municipalities/1/indicators/p/17 is 'x', neither a number nor \"s\"; allowed: a"
                + " number, \"s\", null",
            "/municipalities/1/indicators/p/20170 stands under a name that is not a year; allowed:"
                + " 0..9999",
            "/municipalities/2/indicators/p/2017 is 1e999; allowed: a number of at most 1.79e308 in"
                + " size");
  }

  @Test
  void a_document_must_have_the_id_of_its_address() {
    InvalidInputException refused =
        catchThrowableOfType(
            InvalidInputException.class,
            () -> DatasetDocument.read(SMALL.getBytes(UTF_8), "other"));
    assertThat(refused).hasMessage("/id is 'small', not the id of the address; allowed: other");
  }

  @Test
  void what_would_be_too_long_to_read_back_is_refused() {
    String long1 = "x".repeat(9_995);
    String broken =
        SMALL
            .replace("\"Settled.\"", "\"" + long1 + "\",\"derived\":\"y\"")
            .replace("\"notes\"", "\"licence\":\"" + long1 + "\",\"notes\"");
    assertThat(refused(broken).violations())
        .extracting(Violation::pointer)
        .containsExactly("/licence", "/indicators/1/derived");
  }
}
