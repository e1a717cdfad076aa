package io.bosett.documents.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RawJsonFieldsTest {
  @Test
  void every_field_is_cut_out_as_it_was_written() {
    Map<String, String> expected = new LinkedHashMap<>();
    expected.put("text", "\"a, \\\"b\\\" } ] \\\\\"");
    expected.put("number", "-1.5");
    expected.put("nothing", "null");
    expected.put("list", "[1,{\"a\":[\"}\"]},[]]");
    expected.put("object", "{\"a\":{\"b\":\"{\"},\"c\":2}");
    String json =
        JsonWriter.text(
            out -> out.object(() -> expected.forEach((name, value) -> out.raw(name, value))));
    assertThat(RawJsonFields.of(json)).isEqualTo(expected);
    assertThat(List.copyOf(RawJsonFields.of(json).keySet()))
        .isEqualTo(List.copyOf(expected.keySet()));
    assertThat(RawJsonFields.of("{}")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "7", "{\"a\":\"}", "{\"a\":[1}", "{\"a"})
  void what_is_no_object_is_refused(String text) {
    assertThatThrownBy(() -> RawJsonFields.of(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
