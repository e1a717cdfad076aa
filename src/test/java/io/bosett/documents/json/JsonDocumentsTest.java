package io.bosett.documents.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
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
  void nesting_and_numbers_have_a_limit() {
    assertThat(refused("[".repeat(33) + "]".repeat(33)).getMessage()).contains("is not JSON");
    assertThat(refused("1".repeat(1_001)).getMessage()).contains("is not JSON");
    byte[] deepest = ("[".repeat(32) + "]".repeat(32)).getBytes(UTF_8);
    assertThat(JsonDocuments.<Boolean>read(deepest, JsonCursor::isPresent)).isTrue();
  }
}
