package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Numbers as people type them, in each language. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageNumbersTest {
  private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
  private static final String STRENGTH = "/criteria/1/tilt/strength";
  private static final String PERSONS = "/demand/persons";
  private static final String SHARE = "/selection/share";

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The value at a pointer of the document on screen. */
  private static double value(Visit visit, String pointer) {
    Object value =
        visit.page.evaluate(
            "async pointer => (await import('./page/store.js'))"
                + ".get((await import('./page/app.js')).state.doc, pointer)",
            pointer);
    return ((Number) value).doubleValue();
  }

  @Test
  void comma_and_point_and_both_minus_signs_are_understood_in_every_language() {
    try (Visit visit = Visit.to(service).ready("#lang=nb")) {
      visit.page.locator("details[data-group=tilts] summary").click();
      visit.field(STRENGTH).waitFor();
      for (String language : LANGUAGES) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        Map<String, Double> strengths =
            Map.of("-0,25", -0.25, "\u22120.35", -0.35, "-0.45", -0.45, "\u22120,15", -0.15);
        strengths.forEach((text, number) -> typed(visit, STRENGTH, text, number));
        typed(visit, STRENGTH, "-0.25", -0.25);
        typed(visit, SHARE, "45,5", 0.455);
        assertThat(visit.field(STRENGTH).inputValue())
            .isEqualTo(language.equals("en") ? "\u22120.25" : "\u22120,25");
        typed(visit, SHARE, "44.5", 0.445);
        typed(visit, SHARE, "46 %", 0.46);
      }
    }
  }

  @Test
  void thousands_are_grouped_as_the_reader_does_it() {
    try (Visit visit = Visit.to(service).ready("#lang=nb")) {
      for (String text : List.of("4500", "4 600", "4\u00a0700", "4\u202f800")) {
        typed(visit, PERSONS, text, Double.parseDouble(text.replaceAll("\\D", "")));
      }
      visit.page.locator("#language").selectOption("en");
      visit.page.waitForSelector("html[lang=en]");
      typed(visit, PERSONS, "4,550", 4_550);
      typed(visit, PERSONS, "4,560.0", 4_560);
      typed(visit, SHARE, "46", 0.46);
      assertThat(visit.field(PERSONS).inputValue()).isEqualTo("4,560");
    }
  }

  private static void typed(Visit visit, String pointer, String text, double number) {
    visit.type(pointer, text).reached("ready");
    assertThat(value(visit, pointer)).as(text).isEqualTo(number);
    assertThat(visit.page.locator("[data-field='" + pointer + "'] .fault").count()).isZero();
  }

  @Test
  void what_is_below_nothing_or_no_number_is_told_at_its_field_in_every_language() {
    Map<String, String> negative =
        Map.of(
            "nb", "Fant \u22125; tillatt: 1–10 000 000",
            "nn", "Fann \u22125; tillate: 1–10 000 000",
            "en", "Found \u22125; allowed: 1–10,000,000");
    Map<String, String> words =
        Map.of(
            "nb", "«1,2,3» er ikke et tall",
            "nn", "«1,2,3» er ikkje eit tal",
            "en", "“1,2,3” is not a number");
    try (Visit visit = Visit.to(service).expecting("Failed to load resource").ready("#lang=nb")) {
      for (String language : LANGUAGES) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        for (String minus : List.of("-5", "\u22125")) {
          visit.type(PERSONS, minus).reached("invalid");
          assertThat(fault(visit)).as(language).isEqualTo(negative.get(language));
          visit.type(PERSONS, "4400").reached("ready");
        }
        visit.type(PERSONS, "1,2,3");
        assertThat(fault(visit)).as(language).isEqualTo(words.get(language));
        assertThat(visit.onTile("0301")).isEqualTo("614");
        visit.type(PERSONS, "4400").reached("ready");
      }
    }
  }

  private static String fault(Visit visit) {
    return Visit.plain(visit.page.locator("[data-field='" + PERSONS + "'] .fault").textContent());
  }
}
