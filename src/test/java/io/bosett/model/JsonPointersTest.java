package io.bosett.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonPointersTest {
  @ParameterizedTest
  @ValueSource(strings = {"", "a/b", "m~n", "~1", "~0", "~01", "/~/", "~~10/", "indicators"})
  void a_step_of_a_pointer_stands_for_the_name_it_was_made_of(String name) {
    assertThat(JsonPointers.escaped(name)).doesNotContain("/");
    assertThat(JsonPointers.unescaped(JsonPointers.escaped(name))).isEqualTo(name);
  }

  /** The examples of RFC 6901, section 5. */
  @Test
  void slash_and_tilde_are_escaped_as_the_standard_says() {
    assertThat(JsonPointers.escaped("a/b")).isEqualTo("a~1b");
    assertThat(JsonPointers.escaped("m~n")).isEqualTo("m~0n");
  }
}
