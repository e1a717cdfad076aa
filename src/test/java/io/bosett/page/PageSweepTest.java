package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The view of sweeps: set up, watched, shown, and a point of it opened. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageSweepTest {
  private static final Path PICTURES = Path.of("target", "page");

  /** A sweep shares the machine with others. */
  private static final double LONG = 120_000;

  private static Service service;

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(PICTURES);
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static void swept(Visit visit, String points) {
    visit.page.waitForSelector("#sweep-form");
    visit.page.fill("#sweep-count", points);
    visit.page.click("#sweep-start");
    visit.page.waitForSelector("#sweep-places", new Page.WaitForSelectorOptions().setTimeout(LONG));
  }

  /** What axe finds in the view. */
  private static List<String> violations(Visit visit) {
    return new AxeBuilder(visit.page)
            .setLegacyMode(true)
            .include("#view")
            .exclude("#sweep-map")
            .exclude("#sweep-places tbody")
            .analyze()
            .getViolations()
            .stream()
            .map(Rule::getId)
            .toList();
  }

  private static void picture(Visit visit, String name) {
    visit.page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  @Test
  void a_sweep_shows_who_is_certain_and_a_point_opens_as_the_scenario() {
    try (Visit visit = Visit.to(service)) {
      visit.ready("#v=sweep&lang=en");
      swept(visit, "150");
      assertThat(visit.page.locator("#sweep-progress").textContent()).contains("150 of 150");
      assertThat(visit.page.locator("#sweep-classes").textContent()).contains("always", "never");
      assertThat(visit.page.locator("#sweep-map [data-id]").count()).isEqualTo(422);
      assertThat(visit.page.locator("[data-axis]").count()).isEqualTo(3);
      assertThat(visit.page.locator("#sweep-places .spread").count()).isGreaterThan(100);
      assertThat(visit.fragment()).contains("sweep=");
      visit.page.locator("#sweep-matrix tbody button").first().click();
      visit.page.locator("[data-boxes=true]").click();
      visit.page.waitForSelector("#sweep-boxes");
      assertThat(violations(visit)).isEmpty();
      picture(visit, "sweep-wide");
      visit.page.locator("#sweep-places [data-point]").first().click();
      visit.page.waitForSelector("body[data-view='allocation']");
      visit.addressed("w=");
      visit.page.goBack();
    }
  }

  @Test
  void every_control_of_the_form_can_vary_and_all_of_them_at_once() {
    try (Visit visit = Visit.to(service)) {
      visit.ready("#v=sweep&lang=en");
      visit.page.waitForSelector("#sweep-form");
      List<String> names =
          visit.page.locator("[data-range]").all().stream()
              .map(one -> one.getAttribute("data-range"))
              .toList();
      assertThat(names)
          .contains(
              "weight_population",
              "strength_employment",
              "strength_introduction_programme",
              "demand",
              "demand_minors",
              "share",
              "tolerance",
              "minimum",
              "cap_share",
              "cap_per1000",
              "settled_from",
              "minors_group",
              "minors_share",
              "minors_places",
              "figure_population_2017");
      visit.page.evaluate(
          "document.querySelectorAll('#sweep-form details').forEach(one => one.open = true)");
      for (String name : names) {
        if (!name.equals("demand_minors")) {
          visit.page.locator("[data-range='" + name + "']").check();
        }
      }
      swept(visit, "110");
      assertThat(visit.page.locator("#sweep-progress").textContent()).contains("110 of 110");
      assertThat(visit.page.locator("#view [role=alert]").count()).isZero();
      assertThat(visit.page.locator("[data-axis]").count())
          .isBetween(names.size() - 4, names.size() - 3);
      picture(visit, "sweep-all");
    }
  }

  @Test
  void a_click_on_the_map_shows_a_municipality_with_points_where_it_is_and_is_not_asked() {
    try (Visit visit = Visit.to(service)) {
      visit.ready("#v=sweep&lang=en");
      swept(visit, "250");
      assertThat(visit.page.locator("#sweep-one").textContent()).contains("Select a municipality");
      visit.page.locator("#sweep-map [data-id='0301']").click();
      assertThat(visit.page.locator("#sweep-one h2").textContent()).isEqualTo("Oslo");
      assertThat(visit.page.locator("#sweep-one [data-share]").textContent()).isEqualTo("100.0%");
      assertThat(visit.page.locator("#sweep-one [data-point]").count()).isEqualTo(1);
      String share =
          visit.page.locator("#sweep-places tbody tr").last().locator("td").first().textContent();
      assertThat(share).isEqualTo("100.0%");
      String half =
          visit.page.locator("#sweep-matrix tbody tr").first().getAttribute("data-decided");
      visit.page.locator("#sweep-map [data-id='" + half + "']").click();
      assertThat(visit.page.locator("#sweep-one [data-examples] [data-point]").count())
          .isEqualTo(2);
      assertThat(visit.page.locator("#sweep-one .spread").count()).isEqualTo(1);
      visit.page.locator("[data-boxes=false]").click();
      visit.page.waitForSelector("#sweep-boxes");
      assertThat(visit.page.locator("#sweep-boxes tbody tr").count()).isGreaterThan(1);
      assertThat(visit.page.locator("#sweep-boxes tbody tr").first().textContent())
          .contains("100%", "all points");
      assertThat(visit.page.locator("#sweep-curves section").count()).isEqualTo(3);
      assertThat(visit.page.locator("#sweep-curves circle").count()).isGreaterThan(60);
      assertThat(visit.page.locator("#sweep-matrix tbody tr").count()).isBetween(5, 20);
      picture(visit, "sweep-one");
      visit.page.locator("#sweep-one [data-examples] [data-point]").last().click();
      visit.page.waitForSelector("body[data-view='allocation']");
      visit.reached("ready");
      assertThat(visit.onTile(half)).isEmpty();
      visit.page.goBack();
      visit.page.waitForSelector("#sweep-one");
      visit.page.locator("#sweep-one [data-examples] [data-point]").first().click();
      visit.page.waitForSelector("body[data-view='allocation']");
      visit.reached("ready");
      assertThat(visit.onTile(half)).isNotEmpty();
    }
  }

  @Test
  void what_is_rare_has_a_point_that_shows_it() {
    try (Visit visit = Visit.to(service)) {
      visit.ready("#v=sweep&lang=en");
      visit.page.waitForSelector("#sweep-form");
      visit.page.evaluate(
          "document.querySelectorAll('#sweep-form details').forEach(one => one.open = true)");
      visit.page.locator("[data-range=minimum]").check();
      Locator most = visit.page.locator("tr:has([data-range=minimum]) input[inputmode]").last();
      most.fill("40");
      most.press("Tab");
      swept(visit, "110");
      visit.page.locator("[data-status=INFEASIBLE] [data-point]").click();
      visit.page.waitForSelector("body[data-view='allocation'][data-state=infeasible]");
    }
  }

  @Test
  void a_link_shows_the_sweep_that_it_names_on_a_narrow_screen_too() {
    String fragment;
    try (Visit visit = Visit.dark(service)) {
      visit.ready("#v=sweep&lang=nn");
      swept(visit, "120");
      visit.page.locator("#sweep-matrix tbody button").first().click();
      visit.page.locator("[data-boxes=false]").click();
      visit.page.waitForSelector("#sweep-boxes");
      visit.addressed("sel=");
      fragment = visit.fragment();
      assertThat(violations(visit)).isEmpty();
      picture(visit, "sweep-dark");
    }
    try (Visit visit = Visit.narrow(service)) {
      visit.ready(fragment);
      visit.page.waitForSelector("#sweep-places");
      for (String language : List.of("en", "nb", "nn")) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        visit.page.locator("[data-boxes=false]").click();
        visit.page.waitForSelector("#sweep-boxes");
        Object width = visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as(language).isLessThanOrEqualTo(360);
      }
      assertThat(
              visit.page.evaluate(
                  "() => [...document.querySelectorAll('body *')].filter((one) => !one.closest('.scroll')"
                      + " && one.getBoundingClientRect().right > innerWidth + 1)"
                      + ".map((one) => one.tagName + '.' + one.id + '.' + one.getAttribute('class')).slice(0, 6).join()"))
          .isEqualTo("");
      picture(visit, "sweep-narrow");
    }
  }

  @Test
  void the_keyboard_alone_sets_it_up_starts_it_and_opens_a_point_and_nobody_polls() {
    try (Visit visit = Visit.to(service)) {
      List<String> polls = new ArrayList<>();
      visit.page.onRequest(
          request -> {
            if (request.method().equals("GET") && request.url().matches(".*/v1/sweeps/[^/?]+")) {
              polls.add(request.url());
            }
          });
      visit.ready("#v=sweep&lang=en");
      visit.page.waitForSelector("#sweep-form");
      Keyboard keys = visit.page.keyboard();
      visit.page.locator("[data-range]").first().focus();
      keys.press("Space");
      assertThat(visit.page.locator("[data-range]").first().isChecked()).isFalse();
      keys.press("Space");
      keys.press("Tab");
      keys.press("Control+a");
      keys.type("0.5");
      tabTo(visit, "#sweep-count");
      assertThat(visit.page.locator("#sweep-form td input[inputmode]").first().inputValue())
          .startsWith("0.5");
      keys.press("Control+a");
      keys.type("120");
      keys.press("Enter");
      visit.page.waitForSelector("#sweep-places");
      assertThat(visit.page.locator("#sweep-progress").textContent()).contains("120 of 120");
      tabTo(visit, "#sweep-map [data-id]");
      assertThat(visit.page.locator("#sweep-map [tabindex='0']").count()).isEqualTo(1);
      Object before = focused(visit, "element => element.dataset.id");
      keys.press("ArrowRight");
      assertThat(focused(visit, "element => element.dataset.id")).isNotNull().isNotEqualTo(before);
      keys.press("Enter");
      visit.page.waitForSelector("#sweep-one [data-share]");
      tabTo(visit, "[data-boxes], #sweep-one [data-point], #sweep-matrix button");
      tabTo(visit, "#sweep-places [data-point]");
      keys.press("Enter");
      visit.page.waitForSelector("body[data-view='allocation']");
      assertThat(polls).isEmpty();
    }
  }

  /** Presses Tab until something has the focus, from where it stands. */
  private static void tabTo(Visit visit, String selector) {
    for (int i = 0; i < 100; i++) {
      visit.page.keyboard().press("Tab");
      if (Boolean.TRUE.equals(focused(visit, "element => element.matches(\"" + selector + "\")"))) {
        return;
      }
    }
    throw new AssertionError("the focus does not reach " + selector);
  }

  private static Object focused(Visit visit, String what) {
    return visit.page.evaluate("() => (" + what + ")(document.activeElement)");
  }

  @Test
  void what_is_wrong_is_told_and_a_long_sweep_can_be_stopped() {
    try (Visit visit = Visit.to(service).expecting("400")) {
      visit.ready("#v=sweep&lang=nb");
      visit.page.waitForSelector("#sweep-form");
      visit.page.fill("#sweep-count", "0");
      visit.page.click("#sweep-start");
      assertThat(visit.page.locator("#view [role=alert]").textContent()).contains("/draws/count");
      visit.page.fill("#sweep-count", "900000");
      visit.page.click("#sweep-start");
      visit.page.click("#sweep-stop");
      visit.page.getByText("Stoppet").waitFor();
    }
  }
}
