package io.bosett.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What a document takes while it is read grows with its values, not with its bytes alone. */
final class JsonWeightTest {
  private static long of(String document) {
    return JsonWeight.of(document.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void values_and_members_count_and_what_stands_in_texts_does_not() {
    assertThat(of("[1,2,3]") - of("[1]")).isEqualTo(4 * 4 + 2 * 90);
    assertThat(of("{\"a\":1}") - of("{}")).isEqualTo(5 * 4 + 60);
    assertThat(of("\",,,,[[[{{{:::\"")).isEqualTo(of("\"xxxxxxxxxxxxx\""));
    assertThat(of("\"\\\",,\"")).isEqualTo(of("\"\\\"xx\""));
    assertThat(of("\"\\\\\",1")).isEqualTo(of("\"\\\\\"11") + 90);
  }

  @Test
  void what_is_no_json_has_a_weight_too() {
    assertThat(of("")).isPositive();
    assertThat(of("\"\\")).isPositive();
  }

  /** Three million empty objects, which are nine megabytes. */
  @Test
  void many_small_values_weigh_a_multiple_of_their_bytes() {
    String many = "[" + "{},".repeat(100_000) + "{}]";
    assertThat(of(many)).isGreaterThan(30L * many.length());
    String few = "[\"" + "x".repeat(300_000) + "\"]";
    assertThat(of(few)).isLessThan(5L * few.length());
  }
}
