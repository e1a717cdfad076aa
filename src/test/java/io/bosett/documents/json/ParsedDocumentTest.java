package io.bosett.documents.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Documents made of values: nobody who is handed one can tell that it was never parsed. */
final class ParsedDocumentTest {
  private static final List<String> GIVEN =
      List.of(
          "null",
          " [ ] ",
          "{\"b\": [1, 1.0, 1e-7, -0, 1E400],\n \"a\": {\"å\\u0000\\n\": true, \"\": null}}",
          "{\"twice\": 1,\n\"twice\": [{}, \"\\ud83d\\ude00\"]}");

  /** The faults of a document, each with an order: one for every value. */
  private static List<String> places(JsonValue value) {
    FaultCollector faults = new FaultCollector();
    collect(new JsonCursor(value, JsonPointer.ROOT, faults));
    return faults.violations().stream().map(Object::toString).toList();
  }

  /** Last values first, so that the order of the faults is that of their places alone. */
  private static void collect(JsonCursor at) {
    if (at.value() instanceof JsonValue.Items items) {
      for (int i = items.values().size() - 1; i >= 0; i--) {
        collect(new JsonCursor(items.values().get(i), at.pointer().child(i), at.faults()));
      }
    } else if (at.value() instanceof JsonValue.Members members) {
      for (int i = members.names().size() - 1; i >= 0; i--) {
        String name = members.names().get(i) + i;
        collect(new JsonCursor(members.values().get(i), at.pointer().child(name), at.faults()));
      }
    }
    at.fault("is here", "elsewhere");
  }

  @Test
  void what_is_written_parses_to_its_value_with_faults_in_the_same_order() {
    for (String given : GIVEN) {
      JsonValue value = JsonTree.read(given.getBytes(UTF_8));
      ParsedDocument written = ParsedDocument.written(value);
      JsonValue parsed = JsonTree.read(written.utf8());
      assertThat(JsonWriter.text(out -> JsonTree.write(out, written.value())))
          .as(given)
          .isEqualTo(new String(written.utf8(), UTF_8))
          .isEqualTo(JsonWriter.text(out -> JsonTree.write(out, parsed)))
          .isEqualTo(JsonWriter.text(out -> JsonTree.write(out, value)))
          .doesNotContain("\n");
      assertThat(places(written.value())).as(given).isNotEmpty().isEqualTo(places(parsed));
    }
  }
}
