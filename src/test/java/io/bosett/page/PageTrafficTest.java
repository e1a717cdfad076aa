package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Answers that come late, in another order, or not at all. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageTrafficTest {
  private static final String PREVIEWS = "**/v1/previews";
  private static final int RETRY_AFTER = 4;
  private static final int KEPT = 4_400;

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** The persons of all previews of a changed demand, in the order in which they are asked for. */
  private static List<Integer> asked(Visit visit) {
    List<Integer> asked = new ArrayList<>();
    visit.page.onRequest(
        (Request request) -> {
          if (request.url().contains("/v1/previews") && Held.persons(request) != KEPT) {
            asked.add(Held.persons(request));
          }
        });
    return asked;
  }

  @Test
  void while_one_preview_is_under_way_only_the_latest_of_the_others_is_asked_for() {
    try (Visit visit = Visit.to(service).ready("")) {
      List<Integer> asked = asked(visit);
      Held held = Held.first(visit, "**/v1/previews**", Held.persons(5_000));
      Locator slider = visit.slider("/demand/persons");
      slider.fill("5000");
      held.here();
      for (int persons = 5_010; persons <= 5_350; persons += 10) {
        slider.fill(String.valueOf(persons));
      }
      assertThat(asked).containsExactly(5_000);
      assertThat(visit.sentence()).startsWith("4 400 personer");
      held.go();
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 350 personer");
      assertThat(asked).startsWith(5_000, 5_350).containsOnly(5_000, 5_350);
    }
  }

  @Test
  void a_service_that_has_too_much_to_do_is_asked_again_when_it_says_and_for_the_latest() {
    try (Visit visit = Visit.to(service).expecting("429")) {
      visit.page.clock().install(new Clock.InstallOptions());
      visit.ready("");
      List<Integer> asked = asked(visit);
      AtomicBoolean crowded = new AtomicBoolean(true);
      visit.page.route("**/v1/previews**", route -> answer(route, crowded.get()));
      visit.page.clock().pauseAt(((Number) visit.page.evaluate("Date.now()")).longValue() + 1_000);
      visit.slider("/demand/persons").fill("5000");
      visit.page.waitForResponse(response -> response.status() == 429, () -> {});
      visit.slider("/demand/persons").fill("5350");
      crowded.set(false);
      int waited = 0;
      while (asked.size() < 2 && waited < 60_000) {
        visit.page.clock().runFor(100);
        waited += 100;
      }
      assertThat(asked).startsWith(5_000, 5_350);
      assertThat(waited).isGreaterThanOrEqualTo(1_000 * RETRY_AFTER / 2);
      visit.page.clock().resume();
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 350 personer");
      assertThat(visit.page.locator("#offline, #invalid, #notice").count()).isZero();
    }
  }

  private static void answer(Route route, boolean crowded) {
    if (!crowded) {
      route.resume();
      return;
    }
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(429)
            .setContentType("application/problem+json")
            .setHeaders(Map.of("Retry-After", String.valueOf(RETRY_AFTER)))
            .setBody("{\"title\": \"Too many previews\"}"));
  }

  @Test
  void words_on_a_municipality_that_come_late_do_not_replace_those_of_the_next() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      visit.card();
      Held held = Held.first(visit, "**/v1/previews?municipality=**");
      visit.tile("1103").click();
      held.here();
      visit.tile("1201").click();
      visit.page.waitForSelector("#card .why:text('Bergen')");
      held.go();
      assertThat(visit.card()).startsWith("Bergen").doesNotContain("Stavanger");
      assertThat(visit.page.locator("#card .why").first().textContent()).startsWith("Bergen");
    }
  }

  @Test
  void the_price_of_a_municipality_that_comes_late_does_not_take_that_of_the_next_away() {
    try (Visit visit = Visit.to(service).ready("")) {
      for (String id : List.of("1103", "1201")) {
        visit.tile(id).click();
        visit.tile(id).press("F");
        visit.reached("ready");
        visit.page.waitForSelector("[data-price]");
      }
      Held held =
          Held.first(
              visit,
              PREVIEWS,
              request -> !request.postData().contains("\"municipality\":\"1103\""));
      visit.tile("1103").click();
      held.here();
      visit.tile("1201").click();
      visit.page.waitForSelector("[data-price]");
      held.go();
      assertThat(visit.page.locator("#card [data-price]").count()).isOne();
    }
  }

  @Test
  void numbers_of_the_scenario_before_that_come_late_are_not_taken_for_the_saved_ones() {
    String id = service.made("/v1/scenarios", Service.read("small/three-places"));
    try (Visit visit = Visit.to(service)) {
      Held held = Held.first(visit, PREVIEWS, Held.persons(KEPT));
      visit.ready("#persons=5000");
      held.here();
      visit.page.evaluate("id => { location.hash = '#scenario=' + id; }", id);
      visit.page.waitForSelector("#sentence:has-text('20 personer')");
      visit.reached("ready");
      held.go();
      visit.type("/demand/persons", "19").reached("ready");
      String changed = visit.page.locator("#changed").getAttribute("data-changed");
      assertThat(Integer.parseInt(changed)).isBetween(1, 3);
    }
  }

  @Test
  void a_kept_result_that_comes_late_is_not_shown_as_another_one() {
    String[] ids =
        List.of(4_700, 4_800).stream()
            .map(persons -> Service.LETTER.replace("\"persons\": 4400", "\"persons\": " + persons))
            .map(document -> service.made("/v1/allocations", document))
            .toArray(String[]::new);
    try (Visit visit = Visit.to(service)) {
      Held held = Held.first(visit, "**/v1/allocations/" + ids[0] + "/result");
      visit.open("#allocation=" + ids[0]);
      held.here();
      visit.page.evaluate("id => { location.hash = '#allocation=' + id; }", ids[1]);
      visit.page.waitForSelector("#sentence:has-text('4\u00a0800 personer')");
      visit.reached("ready");
      held.go();
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("4 800 personer");
      visit.type("/demand/persons", "4900").reached("ready");
      visit.page.goBack();
      visit.page.waitForSelector("#sentence:not(:has-text('4\u00a0900'))");
      assertThat(visit.sentence()).startsWith("4 800 personer");
    }
  }

  @Test
  void of_two_languages_the_one_that_was_chosen_last_is_shown() {
    try (Visit visit = Visit.to(service).ready("")) {
      Held held = Held.first(visit, "**/page/words-nn.js");
      visit.page.locator("#language").selectOption("nn");
      held.here();
      visit.page.locator("#language").selectOption("en");
      visit.page.waitForSelector("html[lang=en]");
      held.go();
      assertThat(visit.sentence()).startsWith("4,400 persons");
      assertThat(visit.page.locator("html").getAttribute("lang")).isEqualTo("en");
    }
  }

  @Test
  void two_windows_that_move_at_once_each_keep_their_own() {
    try (Visit one = Visit.to(service).ready("");
        Visit other = Visit.to(service).ready("")) {
      for (int i = 0; i <= 20; i++) {
        one.slider("/demand/persons").fill(String.valueOf(5_000 + 10 * i));
        other.slider("/demand/persons").fill(String.valueOf(4_100 - 10 * i));
      }
      one.reached("ready");
      other.reached("ready");
      assertThat(one.sentence()).startsWith("5 200 personer");
      assertThat(other.sentence()).startsWith("3 900 personer");
      one.page.goBack();
      one.reached("ready");
      assertThat(one.sentence()).startsWith("5 190 personer");
      assertThat(other.fragment()).contains("persons=3900");
    }
  }
}
