package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What is typed into the fields of the form and the card. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageFieldsTest {
  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void a_number_may_be_typed_in_any_usual_form_in_every_language() {
    try (Visit visit = Visit.to(service).expecting("400").ready("")) {
      for (String text : List.of("4500", "4 500", "4\u00a0500")) {
        visit.type("/demand/persons", text).reached("ready");
        assertThat(visit.sentence()).startsWith("4 500 personer");
      }
      visit.type("/selection/share", "45,5").reached("ready");
      visit.addressed("share=45.5");
      visit.page.locator("[data-group=tilts] summary").click();
      for (String language : List.of("nb", "nn", "en")) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        for (String text : List.of("0,500", "0.5", ",5", "50e")) {
          visit.type("/criteria/1/tilt/strength", text);
          visit.reached(text.equals("50e") ? "invalid" : "ready");
        }
        assertThat(visit.page.locator("[data-field='/criteria/1/tilt/strength'] .fault").count())
            .isOne();
        for (String minus : List.of("-", "\u2212", "\u2013")) {
          visit.type("/criteria/1/tilt/strength", minus + "0,3").reached("ready");
          assertThat(visit.field("/criteria/1/tilt/strength").getAttribute("data-value"))
              .isEqualTo(language.equals("en") ? "\u22120.30" : "\u22120,30");
        }
        visit.type("/demand/persons", "\u22123").reached("invalid");
        assertThat(visit.page.locator("[data-field='/demand/persons'] .fault").textContent())
            .contains("\u22123");
        visit.type("/demand/persons", language.equals("en") ? "4,500.0" : "4.500,0");
        visit.reached("ready");
      }
      assertThat(visit.sentence()).startsWith("4,500 persons");
    }
  }

  @Test
  void a_thumb_stays_where_the_locks_let_it_and_a_locked_weight_takes_no_number() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("[data-field='/criteria/1/weight'] .lock").click();
      Locator thumb = visit.page.locator("[data-weight-slider='0']");
      thumb.fill("100");
      visit.reached("ready");
      assertThat(thumb.inputValue()).isEqualTo("80");
      assertThat(visit.page.locator("input[data-weight='0']").inputValue()).isEqualTo("80");
      Locator locked = visit.page.locator("input[data-weight='1']");
      assertThat(locked.isEditable()).isFalse();
      visit.page.locator("[data-field='/criteria/2/weight'] .lock").click();
      thumb.fill("30");
      visit.reached("ready");
      assertThat(thumb.inputValue()).isEqualTo("80");
      visit.page.locator("input[data-weight='0']").fill("10");
      visit.page.locator("input[data-weight='0']").press("Enter");
      visit.reached("ready");
      assertThat(visit.page.locator("input[data-weight='0']").inputValue()).isEqualTo("80");
    }
  }

  @Test
  void a_rule_that_does_not_bind_is_said_to_change_nothing() {
    try (Visit visit = Visit.to(service).ready("")) {
      assertThat(visit.page.locator("[data-price-of='/selection/share']").textContent())
          .isEqualTo("Én til endrer ingenting");
    }
  }

  @Test
  void dates_are_written_as_in_norway_in_both_norwegian_languages() {
    String date =
        "async language => { const words = await import('./page/words.js');"
            + " await words.load(language); return words.moment('2026-01-31T12:00:00Z'); }";
    try (Visit visit = Visit.to(service).ready("")) {
      assertThat((String) visit.page.evaluate(date, "nn")).startsWith("31.1.2026");
      assertThat((String) visit.page.evaluate(date, "nb")).startsWith("31.1.2026");
      assertThat((String) visit.page.evaluate(date, "en")).startsWith("31/01/2026");
    }
  }

  @Test
  void what_cannot_be_a_fixed_number_is_told_at_its_field() {
    try (Visit visit = Visit.to(service).expecting("400").ready("#sel=1804&lang=en")) {
      visit.page.locator("#card button:text('Fix at 50')").click();
      visit.reached("ready");
      for (String text : List.of("many", "7", "12.5")) {
        visit.page.locator("#card .fixed input").fill(text);
        visit.page.locator("#card .fixed input").press("Enter");
        visit.reached("invalid");
        visit.page.waitForSelector("#card .fixed .fault");
      }
    }
  }
}
