package io.bosett.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.json.TextRules;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The published patterns of ids and names refuse just the characters that the reader refuses. */
final class SchemaTextsTest {
  private static Predicate<String> pattern(String schema, String pointer) {
    JsonNode node = JsonMapper.shared().readTree(Schemas.text(schema)).at(pointer + "/pattern");
    return Pattern.compile(node.asString()).asPredicate();
  }

  @ParameterizedTest
  @CsvSource({"scenario,/$defs/id", "dataset,/$defs/id", "result,/$defs/id", "sweep,/$defs/name"})
  void an_id_is_refused_by_schema_and_reader_alike(String schema, String pointer) {
    Predicate<String> pattern = pattern(schema, pointer);
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      for (String id : List.of("" + c, c + "x", "x" + c, "x" + c + "y", ".." + c)) {
        if (!Character.isSurrogate(c) && Normalizer.isNormalized(id, Normalizer.Form.NFC)) {
          boolean read = TextRules.idFault(id) == null;
          assertThat(pattern.test(id)).as("%04X in '%s'", (int) c, id).isEqualTo(read);
        }
      }
    }
    assertThat(pattern.test("x\uFFFFy")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario", "sweep"})
  void a_name_is_refused_by_schema_and_reader_alike(String schema) {
    Predicate<String> pattern = pattern(schema, "/properties/name");
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      if (!Character.isSurrogate(c)) {
        boolean read = TextRules.nameFault("x" + c, TextRules.LONGEST_NAME) == null;
        assertThat(pattern.test("x" + c)).as("%04X", (int) c).isEqualTo(read);
      }
    }
  }

  @Test
  void every_schema_has_the_same_pattern_of_ids() {
    String id = JsonMapper.shared().readTree(Schemas.text("scenario")).at("/$defs/id").toString();
    for (String schema : List.of("dataset", "result")) {
      JsonNode other = JsonMapper.shared().readTree(Schemas.text(schema)).at("/$defs/id");
      assertThat(id).contains(other.at("/pattern").toString());
    }
  }
}
