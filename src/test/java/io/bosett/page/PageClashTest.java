package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Rules that clash: from the words to the fields, and by each suggestion out of it. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
final class PageClashTest {
  private static final double LONG = 60_000;

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
      assertThat(reached).doesNotHaveDuplicates().contains("/demand/persons");
    }
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
