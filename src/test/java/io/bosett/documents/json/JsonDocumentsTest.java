package io.bosett.documents.json;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Small request documents, read as the service reads them. */
class JsonDocumentsTest {
  private record Asked(String allocation, int year, boolean all) {}

  private static Asked asked(JsonCursor at) {
    ObjectFields fields = at.fields("left", "year", "kind");
    ObjectFields left = fields.need("left").fields("allocation");
    return new Asked(
        left.need("allocation").id(),
        fields.get("year").whole(0, 9_999, 2018),
        fields.get("kind").choice(Map.of("all", true, "some", false), true));
  }

  private static InvalidInputException refused(String json) {
    return catchThrowableOfType(
        InvalidInputException.class,
        () -> JsonDocuments.read(json.getBytes(UTF_8), JsonCursor::isPresent));
  }

  private static InvalidInputException refused(String json, Function<JsonCursor, Asked> reader) {
    return catchThrowableOfType(
        InvalidInputException.class, () -> JsonDocuments.read(json.getBytes(UTF_8), reader));
  }

  @Test
  void a_sound_document_is_read() {
    byte[] json = "{\"left\": {\"allocation\": \"7f\"}, \"kind\": \"some\"}".getBytes(UTF_8);
    assertThat(JsonDocuments.read(json, JsonDocumentsTest::asked))
        .isEqualTo(new Asked("7f", 2018, false));
  }

  @Test
  void all_faults_are_reported_at_once_in_the_order_of_the_document() {
    String json =
        "{\"year\": \"2018\", \"year\": 1, \"more\": 0, \"left\": {}, \"kind\": \"none\"}";
    assertThat(refused(json, JsonDocumentsTest::asked).violations())
        .extracting(Violation::pointer)
        .containsExactly("/year", "/year", "/more", "/left/allocation", "/kind");
  }

  @Test
  void what_is_not_json_is_one_fault_of_the_whole() {
    for (String json : new String[] {"", "{", "{}{}", "{'a':1}", "[1,]", "NaN", "{}\uFEFF"}) {
      assertThat(refused(json).violations())
          .as(json)
          .singleElement()
          .satisfies(v -> assertThat(v.pointer()).isEmpty());
    }
  }

  @Test
  void documents_one_after_the_other_are_told_apart_also_with_byte_order_marks() {
    String two = "\uFEFF{\"a\": 1}\n\uFEFF [2]\r\n \uFEFF";
    assertThat(JsonDocuments.split(two.getBytes(UTF_8)))
        .extracting(document -> new String(document, UTF_8))
        .containsExactly("{\"a\": 1}", "[2]");
  }

  @Test
  void a_byte_order_mark_may_stand_behind_blanks() {
    byte[] marked = "\n \uFEFF{}".getBytes(UTF_8);
    assertThat(JsonDocuments.<Boolean>read(marked, JsonCursor::isPresent)).isTrue();
  }

  @Test
  void other_encodings_are_named_and_never_split() {
    for (Charset charset :
        List.of(
            UTF_16,
            UTF_16LE,
            UTF_16BE,
            Charset.forName("UTF-32"),
            Charset.forName("UTF-32LE"),
            Charset.forName("UTF-32BE"))) {
      for (String json : List.of("{}", "{}\n{}", "\uFEFF{}", "1")) {
        byte[] bytes = json.getBytes(charset);
        assertThat(JsonDocuments.split(bytes)).as("%s in %s", json, charset).containsExactly(bytes);
        InvalidInputException refused =
            catchThrowableOfType(
                InvalidInputException.class,
                () -> JsonDocuments.read(bytes, JsonCursor::isPresent));
        assertThat(refused.getMessage())
            .contains("is " + charset.name().substring(0, "UTF-16".length()) + ", expected UTF-8");
      }
    }
  }

  @Test
  void bytes_that_are_not_utf_8_are_told_by_their_place_in_the_whole_file() {
    for (String bad : List.of("C080", "EDA080", "F4908080", "FF", "E28C", "00")) {
      byte[] bytes = HexFormat.of().parseHex(hex("{}\n{\"a\": \"") + bad + hex("\"}\n{}"));
      assertThat(JsonDocuments.split(bytes)).as(bad).containsExactly(bytes);
      InvalidInputException refused =
          catchThrowableOfType(
              InvalidInputException.class, () -> JsonDocuments.read(bytes, JsonCursor::isPresent));
      assertThat(refused.getMessage()).as(bad).contains("(line 2, column 8): has ");
    }
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(UTF_8));
  }

  @Test
  void nesting_and_numbers_have_a_limit() {
    assertThat(refused("[".repeat(33) + "]".repeat(33)).getMessage()).contains("is not JSON");
    assertThat(refused("1".repeat(1_001)).getMessage()).contains("is not JSON");
    byte[] deepest = ("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8);
    assertThat(JsonDocuments.<Boolean>read(deepest, JsonCursor::isPresent)).isTrue();
  }
}
