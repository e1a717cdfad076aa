package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** How the page looks and reads: languages, light and dark, wide and narrow; pictures of each. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageLooksTest {
  private static final Path PICTURES = Path.of("target", "page");
  private static final double READABLE = 4.5;

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

  private static void picture(Visit visit, String name) {
    visit.page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
  }

  /** Waits for what one more of a rule brings, which is asked after half a second of rest. */
  private static void priced(Visit visit) {
    visit.until(
        "document.querySelector(\"[data-price-of='/places/minimum']:not(.stale)\") !== null");
  }

  /** What of the first screen reaches below it, or is cut off in the head. */
  private static final String CUT =
      """
      (() => {
        const cut = [...document.querySelectorAll('.scenario, #proof, nav a, .maptools, .field label')]
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0
            || one.scrollHeight > one.clientHeight + 1 && one.clientHeight > 0);
        const below = [...document.querySelectorAll('#bench, #table, #form, #tools')]
          .filter((one) => one.getBoundingClientRect().bottom > innerHeight + 1);
        return cut.concat(below).map((one) => one.outerHTML.slice(0, 80));
      })()
      """;

  @Test
  void the_first_screen_fits_and_nothing_of_it_is_cut_off() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      priced(visit);
      assertThat((List<?>) visit.page.evaluate(CUT)).isEmpty();
      visit.type("/demand/persons", "8000").reached("infeasible");
      visit.page.waitForSelector("#infeasible [data-relax]");
      visit.drawn();
      assertThat((List<?>) visit.page.evaluate(CUT)).isEmpty();
    }
  }

  /** Whether digits are shown, and the width of a tile. */
  private static void digits(Visit visit, String map, boolean expected) {
    Object pixels =
        visit.page.evaluate(
            "map => document.querySelector(map + ' polygon').getBoundingClientRect().width", map);
    boolean shown = visit.page.locator(map + " .hexmap.plain").count() == 0;
    assertThat(((Number) pixels).doubleValue() >= 0.985 * 20).as("%s", pixels).isEqualTo(expected);
    assertThat(shown).as("%s", pixels).isEqualTo(expected);
  }

  @Test
  void digits_stand_on_tiles_of_20_pixels_and_on_no_smaller_ones() {
    try (Visit visit = Visit.to(service).ready("")) {
      digits(visit, "#map", true);
      visit.page.setViewportSize(1_280, 680);
      visit.until("document.querySelector('#map .hexmap').classList.contains('plain')");
      digits(visit, "#map", false);
      visit.page.setViewportSize(1_280, 800);
      visit.view("compare").drawn();
      digits(visit, "#compare-map", true);
    }
  }

  @Test
  void the_page_speaks_the_language_of_its_reader_and_the_one_that_is_chosen() {
    try (Visit visit = Visit.to(service, options -> options.setLocale("en-GB")).ready("")) {
      assertThat(visit.sentence())
          .isEqualTo(
              "4,400 persons to 186 of 408 municipalities, 210 of them unaccompanied minors in 26."
                  + " Fit 75.8%.");
      visit.page.locator("#language").selectOption("nn");
      visit.page.waitForSelector("html[lang=nn]");
      visit.addressed("lang=nn");
      assertThat(visit.sentence())
          .isEqualTo(
              "4 400 personar til 186 av 408 kommunar, 210 av dei einslege mindreårige i 26. Treff"
                  + " 75,8 %.");
    }
  }

  @Test
  void nothing_is_wider_than_a_small_screen() {
    try (Visit visit = Visit.narrow(service).ready("#sel=1804")) {
      for (String view : List.of("allocation", "why", "compare", "about")) {
        visit.view(view).drawn();
        Object width = visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as(view).isLessThanOrEqualTo(360);
        if (view.equals("allocation")) {
          picture(visit, "narrow");
        }
      }
    }
  }

  @Test
  void light_and_dark_and_the_other_states_have_their_picture_and_readable_digits() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      readable(visit);
      priced(visit);
      picture(visit, "wide");
      visit.type("/demand/persons", "8000").reached("infeasible");
      visit.page.waitForSelector("#infeasible [data-relax]");
      visit.drawn();
      picture(visit, "infeasible");
    }
    try (Visit visit = Visit.dark(service).ready("#persons=4600&sel=1804")) {
      readable(visit);
      priced(visit);
      picture(visit, "dark");
    }
    try (Visit visit = Visit.to(service).ready("#v=compare")) {
      visit.page.waitForSelector("#totals tr:nth-child(4)");
      visit.drawn();
      picture(visit, "compare");
    }
  }

  @Test
  void the_other_views_the_print_and_the_figures_of_today_have_their_picture() {
    try (Visit visit = Visit.to(service).ready("#sel=1804&lang=en")) {
      visit.card();
      for (String view : List.of("why", "about")) {
        visit.page.locator("nav [data-view=" + view + "]").click();
        visit.page.waitForSelector(view.equals("why") ? "[data-line=next]" : "#drop");
        picture(visit, view);
      }
      visit.page.locator("nav [data-view=allocation]").click();
      visit.page.setViewportSize(794, 1_123);
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      picture(visit, "print");
    }
    String id = service.made("/v1/scenarios", Service.read("norway-2025/plan-2026"));
    try (Visit visit = Visit.to(service).ready("#scenario=" + id + "&sel=4601")) {
      visit.page.waitForSelector("#map [data-id='4601']");
      readable(visit);
      visit.card();
      picture(visit, "plan-2026");
    }
  }

  /** The contrast of every digit with its tile, by the formula of WCAG 2. */
  private static void readable(Visit visit) {
    for (Locator option : visit.page.locator("#mode option").all()) {
      String mode = option.getAttribute("value");
      String before = visit.page.locator("body").getAttribute("data-answers");
      visit.page.locator("#mode").selectOption(mode);
      visit.until("document.body.dataset.answers !== '" + before + "'");
      assertThat(visit.page.locator("#map [data-id] text:not(:empty)").count())
          .as(mode)
          .isGreaterThan(100);
      Object least =
          visit.page.evaluate(
              """
              (() => {
                const light = (hex) => {
                  const [r, g, b] = [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255)
                    .map((c) => c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
                  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
                };
                let least = 21;
                for (const tile of document.querySelectorAll('#map [data-id]')) {
                  const text = tile.querySelector('text');
                  if (!text.textContent) continue;
                  const [a, b] = [text, tile.querySelector('polygon')]
                    .map((one) => light(one.getAttribute('fill'))).sort((x, y) => y - x);
                  least = Math.min(least, (a + 0.05) / (b + 0.05));
                }
                return least;
              })()
              """);
      assertThat(((Number) least).doubleValue()).as(mode).isGreaterThanOrEqualTo(READABLE);
    }
    visit.page.locator("#mode").selectOption("persons");
  }

  @Test
  void axe_finds_nothing_serious() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      sound(visit, "first");
      for (String view : List.of("why", "compare", "about")) {
        visit.view(view);
        sound(visit, view);
      }
      visit.page.locator("nav [data-view=allocation]").click();
      visit.type("/demand/persons", "8000").reached("infeasible");
      sound(visit, "infeasible");
    }
  }

  /** In light and in dark. */
  private static void sound(Visit visit, String state) {
    for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
      visit.drawn();
      isSound(visit, state + ", " + scheme);
    }
  }

  private static void isSound(Visit visit, String state) {
    AxeResults results =
        new AxeBuilder(visit.page)
            .setLegacyMode(true)
            .exclude(List.of("#table [data-row]:nth-child(n+5)"))
            .exclude(List.of("#map .tiles g:nth-child(n+5)"))
            .analyze();
    List<String> serious =
        results.getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(PageLooksTest::words)
            .toList();
    assertThat(serious).as(state).isEmpty();
  }

  private static String words(Rule rule) {
    return rule.getId() + ": " + rule.getNodes().get(0).getHtml();
  }
}
