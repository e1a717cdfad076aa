package io.bosett.documents.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.analysis.compare.Comparison;
import io.bosett.analysis.compare.Comparison.FitOfSide;
import io.bosett.analysis.compare.Comparison.Move;
import io.bosett.analysis.compare.Comparison.Note;
import io.bosett.analysis.compare.Comparison.Outside;
import io.bosett.analysis.compare.Comparison.Summary;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonWordsTest {
  private static final Comparison COMPARISON =
      new Comparison(
          new Summary("mine", 1, 4400, 1L, new Outside(0, 0), null),
          new Summary(
              "yours",
              2,
              1,
              null,
              new Outside(1, 1),
              new FitOfSide(0.25, List.of(new FitOfSide.OfCriterion("size", null)))),
          1,
          11,
          9,
          22,
          List.of(new Move("X", "Bø", "1", 0, 1, false)),
          List.of(),
          List.of(),
          List.of(new Move("A", "Aa", "1", 1200, 4, true)),
          List.of(
              new Note(Note.Kind.TOTALS_DIFFER, "", 1),
              new Note(Note.Kind.SUPPRESSED, "yours", 2)));

  @Test
  void the_lines_have_plurals_and_numbers_as_english_has_them() {
    assertThat(new ComparisonWords(Language.EN).of(COMPARISON))
        .containsExactly(
            "Note: The totals differ by 1 person, so fits do not compare like with like.",
            "Note: yours: 2 municipalities with a suppressed number counted as nobody.",
            "mine: 1 municipality, 4,400 persons, 1 of them a minor",
            "yours: 2 municipalities, 1 person; not candidates: 1 municipality, 1 person;"
                + " fit 0.2500, size infinitely bad",
            "In common: 1 municipality, 9 persons",
            "Placed otherwise: 11 persons (sum of absolute differences 22)",
            "",
            "Enter: 1 municipality",
            "  Bø (X) 0 -> 1, no candidate",
            "",
            "Leave: 0 municipalities",
            "",
            "Gain: 0 municipalities",
            "",
            "Lose: 1 municipality",
            "  Aa (A) 1,200 -> 4");
  }

  @Test
  void the_norwegian_languages_say_the_same_in_their_own_form() {
    assertThat(new ComparisonWords(Language.NB).of(COMPARISON))
        .contains(
            "mine: 1 kommune, 4\u00a0400 personer, 1 av dem mindreårig",
            "Får færre: 1 kommune",
            "  Aa (A) 1\u00a0200 -> 4")
        .element(3)
        .asString()
        .endsWith("treff 0,2500; size uendelig dårlig");
    assertThat(new ComparisonWords(Language.NN).of(COMPARISON))
        .contains("Felles: 1 kommune, 9 personar", "  Bø (X) 0 -> 1, ikkje kandidat");
  }

  @Test
  void every_note_has_words_in_every_language() {
    for (Language language : Language.values()) {
      for (Note.Kind kind : Note.Kind.values()) {
        assertThat(new ComparisonWords(language).of(new Note(kind, "mine", 3))).endsWith(".");
      }
    }
  }
}
