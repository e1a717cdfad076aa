package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The view of sweeps: set up, watched, shown, and a point of it opened. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
final class PageSweepTest {
  private static final Path PICTURES = Path.of("target", "page");

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
    visit.page.waitForSelector("#sweep-places");
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
      List<String> serious =
          new AxeBuilder(visit.page)
                  .setLegacyMode(true)
                  .include("#view")
                  .exclude("#sweep-map")
                  .exclude("#sweep-places tbody")
                  .analyze()
                  .getViolations()
                  .stream()
                  .map(Rule::getId)
                  .toList();
      assertThat(serious).isEmpty();
      picture(visit, "sweep-wide");
      visit.page.locator("#sweep-places [data-point]").first().click();
      visit.page.waitForSelector("body[data-view='allocation']");
      visit.addressed("w=");
      visit.page.goBack();
    }
  }

  @Test
  void a_link_shows_the_sweep_that_it_names_on_a_narrow_screen_too() {
    String fragment;
    try (Visit visit = Visit.dark(service)) {
      visit.ready("#v=sweep&lang=nn");
      swept(visit, "120");
      fragment = visit.fragment();
      picture(visit, "sweep-dark");
    }
    try (Visit visit = Visit.narrow(service)) {
      visit.ready(fragment);
      visit.page.waitForSelector("#sweep-places");
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
