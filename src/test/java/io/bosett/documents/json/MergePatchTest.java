package io.bosett.documents.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.documents.scenario.ScenarioReading;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
  private static String apply(String target, String patch) {
    JsonValue changes = JsonDocuments.read(patch.getBytes(UTF_8), MergePatch::sound);
    return new String(MergePatch.apply(target.getBytes(UTF_8), changes).utf8(), UTF_8);
  }

  /** The cases of RFC 7396, appendix A. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "none",
      value = {
        "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
        "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
        "{\"a\":\"b\"} | {\"a\":null} | {}",
        "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
        "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
        "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
        "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
        "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
        "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
        "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
        "{\"a\":\"foo\"} | null | null",
        "{\"a\":\"foo\"} | \"bar\" | \"bar\"",
        "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
        "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
        "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
      })
  void the_cases_of_the_standard_hold(String target, String patch, String result) {
    assertThat(apply(target, patch)).isEqualTo(result);
  }

  @Test
  void numbers_keep_their_characters_on_both_sides() {
    assertThat(apply("{\"a\": 0.750, \"b\": 1e2, \"c\": -0}", "{\"b\": 12345678901234567890.10}"))
        .isEqualTo("{\"a\":0.750,\"b\":12345678901234567890.10,\"c\":-0}");
  }

  @Test
  void a_document_that_is_parsed_already_is_patched_like_its_bytes() {
    for (String target : new String[] {"{\"a\":{\"b\":1.50}}", "[1]", "{\"a\":1,\"a\":2}", "{}"}) {
      byte[] utf8 = target.getBytes(UTF_8);
      JsonValue parsed = Objects.requireNonNull(StrictJsonParser.parse(utf8, new FaultCollector()));
      JsonValue patch = new JsonValue.Members(List.of("c"), List.of(parsed), 0, 0);
      assertThat(outcome(() -> MergePatch.apply(parsed, patch)))
          .isEqualTo(outcome(() -> MergePatch.apply(utf8, patch)));
    }
  }

  /** The document, or what is wrong with its target. */
  private static String outcome(Supplier<ParsedDocument> patched) {
    try {
      return new String(patched.get().utf8(), UTF_8);
    } catch (InvalidInputException e) {
      return "" + e.violations();
    }
  }

  @Test
  void null_within_a_list_stays() {
    assertThat(apply("{}", "{\"a\":[null,{\"b\":null}],\"t\":true,\"f\":false}"))
        .isEqualTo("{\"a\":[null,{\"b\":null}],\"t\":true,\"f\":false}");
  }

  @Test
  void the_same_patch_twice_is_the_same_as_once() {
    String patch = "{\"a\":null,\"b\":{\"c\":1,\"d\":null},\"e\":[1]}";
    String once = apply("{\"a\":{\"x\":1},\"b\":{\"d\":2,\"y\":3}}", patch);
    assertThat(once).isEqualTo("{\"b\":{\"y\":3,\"c\":1},\"e\":[1]}");
    assertThat(apply(once, patch)).isEqualTo(once);
  }

  @Test
  void what_stands_twice_or_cannot_be_kept_is_refused_wherever_it_stands() {
    String broken = "{\"a\":{\"b\":1,\"b\":2},\"c\":[\"\\u0000\",\"\\ud83d\"],\"\\u0000\":null}";
    InvalidInputException refused =
        catchThrowableOfType(InvalidInputException.class, () -> apply("{}", broken));
    assertThat(refused.violations())
        .extracting(Violation::pointer)
        .containsExactly("/a/b", "/c/0", "/c/1", "/\0");
    assertThat(catchThrowableOfType(InvalidInputException.class, () -> apply(broken, "{}")))
        .hasMessage(refused.getMessage());
  }

  @Test
  void a_patched_scenario_reads_as_if_it_had_been_written_so() {
    String scenario =
        "{\"dataset\":\"d\",\"year\":2018,\"demand\":{\"persons\":5,\"minors\":1},"
            + "\"criteria\":[{\"id\":\"c\",\"weight\":1,"
            + "\"base\":{\"indicator\":\"p\",\"year\":2017}}]}";
    ScenarioReading reading =
        ScenarioFormat.read(apply(scenario, "{\"demand\":{\"persons\":7,\"minors\":null}}"));
    assertThat(reading.violations()).isEmpty();
    assertThat(reading.scenario())
        .isEqualTo(
            ScenarioFormat.read(scenario.replace("{\"persons\":5,\"minors\":1}", "{\"persons\":7}"))
                .scenario());
  }
}
