package io.bosett.documents.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Lengths count what people see as characters, not the halves that Java stores. */
final class TextRulesTest {
  /** A character outside the first plane of Unicode, which Java stores as two. */
  private static final String WIDE = "\uD834\uDD1E";

  @Test
  void a_name_is_as_long_as_its_characters_are_many_in_every_script() {
    for (String letter : new String[] {"a", "\u00e5", "\u05d0", WIDE}) {
      assertThat(TextRules.nameFault(letter.repeat(1_000), TextRules.LONGEST_NAME)).isNull();
      assertThat(TextRules.nameFault(letter.repeat(1_001), TextRules.LONGEST_NAME))
          .isEqualTo("is 1001 characters long, more than 1000");
    }
  }

  @Test
  void an_id_is_measured_likewise() {
    assertThat(TextRules.idFault(WIDE.repeat(100))).isNull();
    assertThat(TextRules.idFault(WIDE.repeat(101)))
        .isEqualTo("is 101 characters long, more than 100");
  }

  @Test
  void half_a_character_is_none_wherever_it_stands() {
    for (String half : new String[] {WIDE.substring(0, 1), WIDE.substring(1)}) {
      assertThat(TextRules.nameFault("a" + half + "b", 10)).contains("surrogate");
      assertThat(TextRules.nameFault("ab" + half, 10)).contains("surrogate");
      assertThat(TextRules.wellFormed("a" + half + WIDE)).isEqualTo("a\uFFFD" + WIDE);
    }
  }
}
