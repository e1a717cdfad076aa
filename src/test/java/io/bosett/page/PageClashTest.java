package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Rules that clash: from the words to the fields, and by each suggestion out of it. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageClashTest {
  private static final double LONG = 60_000;

  /** The beginning of what reads the document on screen. */
  private static final String DOCUMENT = "(async () => (await import('./page/app.js')).state.doc";

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The search for a conflict that a preview cuts short goes on by itself; waits for its end. */
  private static void searched(Visit visit) {
    visit.page.waitForSelector(
        "#infeasible:not(:has(#incomplete)):has(li a) [data-relax]",
        new Page.WaitForSelectorOptions().setTimeout(LONG));
  }

  @Test
  void every_rule_that_clashes_leads_to_its_field() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.type("/demand/persons", "8000").reached("infeasible");
      searched(visit);
      assertThat(reached(visit)).contains("/demand/persons");
    }
  }

  /** The fields to which the rules of a clash lead, each of them another one with its fault. */
  private static List<String> reached(Visit visit) {
    List<Locator> links = visit.page.locator("#infeasible li a").all();
    assertThat(links).hasSizeGreaterThan(1);
    List<String> reached = new ArrayList<>();
    for (Locator link : links) {
      visit.page.evaluate("document.activeElement.blur()");
      String words = Visit.plain(link.textContent());
      link.click();
      visit.until("document.activeElement.closest('[data-field]') !== null");
      Locator field = visit.page.locator("[data-field]:focus-within");
      assertThat(field.isVisible()).as(words).isTrue();
      assertThat(field.locator(".fault").textContent())
          .as(words)
          .contains("Er med i det som ikke går opp");
      reached.add(field.getAttribute("data-field"));
      if (words.contains("8 000")) {
        assertThat(reached).last().isEqualTo("/demand/persons");
      }
    }
    assertThat(reached).doesNotHaveDuplicates();
    return reached;
  }

  @Test
  void a_fixed_municipality_and_a_region_clash_in_words_and_each_change_leads_out() {
    String clash =
        Service.LETTER.replaceFirst(
            "\\{",
            """
            {"fixed": [{"municipality": "0301", "selected": true}],
             "regions": [{"county": "03", "selected": {"atMost": 0}}],""");
    String link = "#scenario=" + service.made("/v1/scenarios", clash) + "&lang=nb";
    try (Visit visit = Visit.to(service)) {
      visit.open(link).reached("infeasible");
      searched(visit);
      assertThat(texts(visit, "#infeasible li a"))
          .containsExactlyInAnyOrder("Oslo må spørres", "høyst 0 kommuner spørres i Oslo");
      assertThat(texts(visit, "#infeasible [data-relax]"))
          .containsExactlyInAnyOrder(
              "Oslo: ikke spurt i stedet for spurt", "Høyst spurte i Oslo: 1 i stedet for 0");
      assertThat(reached(visit))
          .containsExactlyInAnyOrder("/fixed/0", "/regions/0/selected/atMost");
      visit.page.locator("[data-relax='/fixed/0/selected']").click();
      visit.reached("ready");
      assertThat(visit.page.evaluate(DOCUMENT + ".fixed[0].selected)()")).isEqualTo(false);
      assertThat(visit.onTile("0301")).isEmpty();
      visit.page.goBack();
      visit.reached("infeasible");
      searched(visit);
      visit.page.locator("[data-relax='/regions/0/selected/atMost']").click();
      visit.reached("ready");
      assertThat(visit.page.evaluate(DOCUMENT + ".regions[0].selected.atMost)()")).isEqualTo(1);
    }
  }

  @Test
  void who_may_take_minors_has_its_field_and_its_change() {
    String clash = Service.LETTER.replace("\"atLeast\": 1}", "\"atLeast\": 500}");
    String link = "#scenario=" + service.made("/v1/scenarios", clash) + "&lang=nb";
    try (Visit visit = Visit.to(service)) {
      visit.open(link).reached("infeasible");
      searched(visit);
      assertThat(reached(visit)).contains("/minors/candidates");
      String change = "[data-relax='/minors/candidates/atLeast']";
      assertThat(texts(visit, change).get(0))
          .startsWith("Minst «Enslige mindreårige, spurt om» for å ta mindreårige: ");
      visit.page.locator(change).click();
      visit.reached("ready");
    }
  }

  private static List<String> texts(Visit visit, String selector) {
    return visit.page.locator(selector).allTextContents().stream().map(Visit::plain).toList();
  }

  @Test
  void every_suggested_change_makes_it_feasible_again_and_back_leads_back() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.type("/demand/persons", "8000").reached("infeasible");
      searched(visit);
      int suggestions = visit.page.locator("[data-relax]").count();
      assertThat(suggestions).isPositive();
      for (int i = 0; i < suggestions; i++) {
        visit.page.locator("[data-relax]").nth(i).click();
        visit.reached("ready");
        assertThat(visit.page.locator("#infeasible").count()).isZero();
        assertThat(visit.page.locator("#map.stale").count()).isZero();
        visit.page.goBack();
        visit.reached("infeasible");
        searched(visit);
        assertThat(visit.page.locator("#map.stale").count()).isOne();
      }
    }
  }
}
