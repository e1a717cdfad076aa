package io.bosett.documents.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.generate.RandomProblems;
import io.bosett.model.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Violations are told in the order of the document that {@link ScenarioFormat} writes. */
class DocumentOrderTest {
  static LongStream seeds() {
    return LongStream.rangeClosed(1, 200);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_order_is_that_of_the_written_document(long seed) {
    String written = ScenarioFormat.json(RandomProblems.tiny(seed).scenario());
    List<Violation> asWritten = new ArrayList<>();
    byte[] utf8 = written.getBytes(StandardCharsets.UTF_8);
    walk("", Objects.requireNonNull(StrictJsonParser.parse(utf8, new FaultCollector())), asWritten);
    List<Violation> sorted = new ArrayList<>(asWritten);
    Collections.shuffle(sorted, new Random(seed));
    sorted.sort(ScenarioFormat.DOCUMENT_ORDER);
    assertThat(sorted).as("seed %d: %s", seed, written).isEqualTo(asWritten);
  }

  @Test
  void elements_stand_by_their_index_and_other_names_by_themselves() {
    List<String> ordered =
        List.of(
            "",
            "/criteria/2",
            "/criteria/10/base",
            "/criteria/10/tilt/strength",
            "/criteria/10/unknown",
            "/previous/allocation/A",
            "/previous/allocation/B",
            "/another",
            "/unknown/2");
    List<Violation> sorted = new ArrayList<>();
    ordered.forEach(pointer -> sorted.add(violation(pointer)));
    Collections.shuffle(sorted, new Random(1));
    sorted.sort(ScenarioFormat.DOCUMENT_ORDER);
    assertThat(sorted).extracting(Violation::pointer).isEqualTo(ordered);
  }

  private static void walk(String pointer, JsonValue value, List<Violation> into) {
    into.add(violation(pointer));
    if (value instanceof JsonValue.Items items) {
      for (int i = 0; i < items.values().size(); i++) {
        walk(pointer + "/" + i, items.values().get(i), into);
      }
    } else if (value instanceof JsonValue.Members members && !pointer.endsWith("/allocation")) {
      for (int i = 0; i < members.names().size(); i++) {
        walk(pointer + "/" + members.names().get(i), members.values().get(i), into);
      }
    }
  }

  private static Violation violation(String pointer) {
    return new Violation(pointer, "is broken", "");
  }
}
