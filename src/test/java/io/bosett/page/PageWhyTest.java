package io.bosett.page;

import static com.microsoft.playwright.options.WaitForSelectorState.ATTACHED;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The analyses in the view that says why. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageWhyTest {
  private static final Path PICTURES = Path.of("target", "page");
  private static final String NEXT = "1933";
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

  private static void picture(Visit visit, String name) {
    visit.page.screenshot(
        new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")).setFullPage(true));
  }

  private static String text(Visit visit, String selector) {
    return Visit.plain(visit.page.locator(selector).first().textContent());
  }

  /** Opens the view and waits for what it asks for by itself. */
  private static Visit opened(Visit visit, String fragment) {
    visit.ready(fragment);
    late(visit, "#stability-sentence");
    late(visit, "[data-queue=totals]");
    return visit;
  }

  /** A scan of thousands of solves takes its time on a machine that others use too. */
  private static void late(Visit visit, String selector) {
    visit.page.waitForSelector(
        selector, new Page.WaitForSelectorOptions().setTimeout(LONG).setState(ATTACHED));
  }

  private static void at(Visit visit, int stop) {
    visit.page.locator("#loss").fill(String.valueOf(stop));
  }

  @Test
  void opening_it_says_who_is_always_asked_who_never_and_who_could_go_either_way() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en&sel=" + NEXT)) {
      at(visit, 6);
      assertThat(text(visit, "#stability-sentence"))
          .isEqualTo(
              "In all allocations that lose at most 0.5%, 67 municipalities are always asked and"
                  + " 143 never; 198 could go either way. proven");
      assertThat(text(visit, "#stability-legend"))
          .contains("Always asked (67)")
          .contains("Never asked (143)");
      assertThat(tile(visit, "0301")).startsWith("Oslo: Always asked");
      visit.page.screenshot(
          new Page.ScreenshotOptions().setPath(PICTURES.resolve("why-stability.png")));
      at(visit, 0);
      assertThat(text(visit, "#stability-sentence")).contains("0%, 186 municipalities");
      assertThat(visit.page.locator("#stability-map [data-changed]").count()).isZero();
      visit.page.locator("#stability-map [data-id='1804']").click();
      visit.until("document.querySelector('#outlook h2')?.innerText.startsWith('Bodø')");
      assertThat(text(visit, "#outlook h2")).startsWith("Bodø, Nordland: 50 persons");
      assertThat(text(visit, "[data-queue=next] tr")).startsWith("187Balsfjord");
    }
  }

  @Test
  void every_rule_is_listed_with_whether_it_is_reached_and_what_one_more_brings() {
    try (Visit visit = Visit.to(service)) {
      visit.ready("#lang=en&sel=1804");
      visit.page.locator("#card button:text('Fix at 50')").click();
      visit.reached("ready");
      visit.slider("/places/minimum").fill("11");
      visit.reached("ready");
      late(visit, "[data-price-of='/places/minimum']:not(.stale)");
      String hint = text(visit, "[data-price-of='/places/minimum']");
      visit.page.locator("nav [data-view=why]").click();
      visit.until("document.querySelector('[data-rules]')?.innerText.includes('released')");
      List<String> rules = visit.page.locator("[data-rules] tbody tr").allTextContents();
      assertThat(rules.stream().map(one -> one.replaceAll("[\u2264+0-9].*", "")))
          .containsExactly(
              "Persons",
              "Unaccompanied minors",
              "Share that is asked",
              "Municipalities with minors",
              "Minimum per municipality",
              "The cap",
              "The cap per ",
              "Smallest group",
              "Share of minors",
              "Fixed: Bod\u00f8");
      double one = objective(11, FIXED);
      double more = objective(12, FIXED);
      String change = String.format(Locale.ROOT, "%.2f", more - one).replace('-', '\u2212');
      assertThat(hint).isEqualTo("One more: the fit changes by " + change);
      assertThat(text(visit, "[data-rule='Minimum per municipality']")).endsWith("yes" + change);
      assertThat(text(visit, "[data-rule='Fixed: Bod\u00f8']")).contains("50yesreleased: ");
    }
  }

  private static final String FIXED =
      ", \"fixed\": [{\"municipality\": \"1804\", \"persons\": 50}]}";

  /** The fit in persons of the letter with another minimum and something fixed. */
  private static double objective(int minimum, String fixed) {
    String body =
        Service.LETTER
            .replace("\"minimum\": 10", "\"minimum\": " + minimum)
            .strip()
            .replaceFirst("}$", fixed);
    String answer = service.post("/v1/previews", body);
    return Double.parseDouble(answer.replaceAll("(?s)^.*?\"objective\":(-?[0-9]+).*$", "$1")) / 1e6;
  }

  private static String tile(Visit visit, String id) {
    return visit.page.locator("#stability-map [data-id='" + id + "']").getAttribute("aria-label");
  }

  @Test
  void what_would_bring_one_in_is_shown_on_the_map_and_back_leads_here_again() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en&sel=" + NEXT)) {
      visit.page.locator("#outlook button:text('bring Balsfjord in')").click();
      late(visit, "[data-lever=numberSelected]");
      assertThat(text(visit, "[data-lever=numberSelected]"))
          .startsWith("Number of municipalities: in at 187, not yet at 186; now 186. proven");
      assertThat(text(visit, "[data-lever=demand]")).contains("in at 4,403, not yet at 4,402");
      assertThat(text(visit, "[data-weight=population]")).contains("now 70%");
      picture(visit, "why-in");
      visit.page.locator("[data-lever=numberSelected] button").first().click();
      visit.reached("ready");
      visit.page.waitForSelector("#map [data-id='1933'] text:text('10')");
      assertThat(visit.page.locator("body").getAttribute("data-view")).isEqualTo("allocation");
      assertThat(visit.onTile(NEXT)).isEqualTo("10");
      assertThat(visit.sentence()).contains("187 of 408");
      visit.page.goBack();
      late(visit, "[data-lever=numberSelected]");
      assertThat(visit.page.locator("#view .stale").count()).isZero();
      visit.page.locator("[data-weight=population] button").click();
      visit.reached("ready");
      visit.page.waitForSelector("#map [data-id='1933'] text:text('10')");
    }
  }

  @Test
  void an_own_figure_that_brings_one_in_is_shown_where_the_map_stands() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en&sel=" + NEXT)) {
      visit.page.locator("#outlook .actions button").click();
      late(visit, "[data-lever=ownBase]");
      assertThat(visit.page.locator("[data-lever=ownBase] > p > button").count()).isPositive();
      Object place = tilePlace(visit, "#map");
      visit.page.locator("[data-lever=ownBase] > p > button").first().click();
      late(visit, "#map [data-id='1933'] text:text('10')");
      assertThat(visit.sentence()).contains("of 408 municipalities, 210");
      assertThat(visit.page.locator("#map [data-id]").count()).isEqualTo(422);
      assertThat(tilePlace(visit, "#map")).isEqualTo(place);
      assertThat(visit.fragment()).contains("patch=");
      visit.page.reload();
      visit.reached("ready");
      assertThat(visit.onTile(NEXT)).isEqualTo("10");
      assertThat(tilePlace(visit, "#map")).isEqualTo(place);
      visit.page.goBack();
      late(visit, "[data-lever=ownBase], #outlook .actions button");
    }
  }

  /** Where Balsfjord stands beside Tromsø, in units of the map. */
  private static Object tilePlace(Visit visit, String map) {
    return visit.page.evaluate(
        "map => { const at = id => document.querySelector(map + ` [data-id='${id}']`).getAttribute('transform');"
            + " return at('1933') + at('1902') + at('0301'); }",
        map);
  }

  @Test
  void who_is_asked_learns_what_would_push_it_out_and_a_label_says_what_the_document_says() {
    try (Visit visit = Visit.to(service)) {
      altered(
          visit,
          "$1 \"label\": \"scanned\", \"doubtful\": [{\"from\": 0.61, \"to\": 0.6104}]",
          "(\"in\":\\[[^\\]]*\\],)\"doubtful\":\\[[^\\]]*\\],\"optima\":\"shown\",\"label\":\"proven\"");
      opened(visit, "#v=why&lang=en&sel=1244");
      visit.page.locator("#outlook button:text('push Austevoll out')").click();
      late(visit, "[data-lever=numberSelected]");
      assertThat(text(visit, "#outlook h3:has-text('push it out')"))
          .isEqualTo("What would push it out");
      assertThat(text(visit, "[data-lever=numberSelected]")).contains("out at").contains("proven");
      assertThat(text(visit, "[data-lever=demand]"))
          .containsAnyOf("out at", "pushes it out")
          .contains("scanned");
      assertThat(text(visit, "[data-weight=population]")).contains("scanned");
      assertThat(text(visit, "[data-weight=population] [data-doubtful]"))
          .startsWith("Not known at 61.0000% to 61.0400%");
      assertThat(visit.page.locator("[data-weight=population] .doubt").count()).isEqualTo(1);
    }
  }

  /**
   * Answers as the service does, with a text of the results of analyses put in place of another.
   */
  private static void altered(Visit visit, String to, String from) {
    visit.page.route(
        Pattern.compile(".*/v1/analyses/[^/?]+/result.*"),
        route -> {
          APIResponse response = route.fetch();
          String body = response.text().replaceAll(from, to);
          route.fulfill(new Route.FulfillOptions().setResponse(response).setBody(body));
        });
  }

  @Test
  void what_no_solve_has_a_proof_of_is_named_as_not_known() {
    try (Visit visit = Visit.to(service)) {
      altered(visit, "\"unknown\":[12,13,186]", "\"unknown\":\\[\\]");
      opened(visit, "#v=why&lang=en&sel=" + NEXT);
      assertThat(text(visit, "[data-queue=unknown]"))
          .contains("Not solved to a proof with 12–13, 186 municipalities");
      assertThat(text(visit, "[data-queue=next] tr")).contains("not known");
    }
    try (Visit visit = Visit.to(service)) {
      altered(visit, "\"label\":\"estimated\"", "\"label\":\"proven\"");
      opened(visit, "#v=why&lang=en&sel=" + NEXT);
      assertThat(text(visit, "#stability-sentence")).endsWith("estimated");
      assertThat(text(visit, "#queue .hint")).endsWith("estimated");
    }
  }

  @Test
  void a_total_says_in_words_where_the_minors_alone_change() {
    String change =
        "{\"municipality\":\"1804\",\"from\":{\"persons\":50,\"minors\":2},"
            + "\"to\":{\"persons\":50,\"minors\":3}}";
    try (Visit visit = Visit.to(service)) {
      altered(visit, "$1[" + change + "]", "(\"persons\":10,\"status.*?\"minorsOnly\":)\\[\\]");
      opened(visit, "#v=why&lang=en");
      assertThat(text(visit, "[data-minors-only='10']"))
          .isEqualTo("Only the minors of 1 municipality change: Bod\u00f8 (minors 2 \u2192 3).");
      assertThat(visit.page.locator("[data-minors-only]").count()).isOne();
    }
  }

  @Test
  void the_numbers_that_one_can_have_are_shown_on_the_map() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en&sel=1804")) {
      visit.page.locator("#outlook button:text('push Bodø out')").click();
      late(visit, "[data-weight=population]");
      String least =
          text(visit, "[data-ranges='1804'] tbody tr:last-child td:nth-child(2)")
              .replaceAll("[^0-9].*", "");
      assertThat(Integer.parseInt(least)).isLessThan(50);
      picture(visit, "why-out");
      visit.page.locator("[data-ranges='1804'] tbody tr:last-child td:nth-child(2) button").click();
      visit.reached("ready");
      assertThat(visit.onTile("1804")).isEqualTo(least.equals("0") ? "" : least);
      visit.page.goBack();
      visit.page.waitForSelector("[data-ranges='1804']");
    }
  }

  @Test
  void what_is_of_another_scenario_says_so_and_is_run_again() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en")) {
      visit.page.evaluate("location.hash = '#persons=4500&v=why&lang=en'");
      visit.page.waitForSelector("#stability [data-analysis=stale]");
      assertThat(visit.page.locator("#stability > .stale").count()).isOne();
      assertThat(visit.page.locator("#queue button:text('Show')").count()).isZero();
      visit.page.locator("#stability [data-analysis=stale] button").click();
      visit.page.waitForSelector("#stability:not(:has(.stale)) #stability-sentence");
      assertThat(visit.page.locator("#queue [data-analysis=stale]").count()).isOne();
    }
  }

  @Test
  void an_analysis_that_takes_long_shows_how_far_it_is_and_can_be_stopped() {
    try (Visit visit = Visit.to(service)) {
      AtomicBoolean stopped = new AtomicBoolean();
      visit.page.route(
          Pattern.compile(".*/v1/analyses/[^/?]+(/cancel)?$"),
          route -> {
            boolean cancel = route.request().url().endsWith("/cancel");
            stopped.compareAndSet(false, cancel);
            String state = stopped.get() ? "CANCELED" : "RUNNING";
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("application/json")
                    .setBody(
                        "{\"id\": \"x\", \"state\": \"%s\", \"links\": {},".formatted(state)
                            + " \"progress\": {\"done\": 12, \"planned\": 431}}"));
          });
      visit.ready("#v=why&lang=en");
      visit.page.waitForSelector("#stability [data-running] span:text('12 of 431 solves')");
      picture(visit, "why-running");
      visit.page.locator("#stability [data-running] button").click();
      visit.page.waitForSelector("#stability [data-analysis=cut] button:text('Run again')");
      assertThat(stopped).isTrue();
    }
  }

  @Test
  void who_may_only_read_is_told_why_nothing_can_be_asked() {
    try (Visit visit = Visit.to(service).expecting("403")) {
      visit.page.route(
          "**/v1/previews**",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setStatus(403)
                      .setContentType("application/problem+json")
                      .setBody(
                          "{\"title\": \"Forbidden\", \"detail\": \"this key may only read\"}")));
      service.post("/v1/allocations", Service.LETTER);
      visit.open("#v=why&lang=en&sel=" + NEXT);
      late(visit, "#stability [data-analysis=none]");
      for (String part : List.of("#stability", "#outlook", "#queue")) {
        assertThat(text(visit, part + " [data-analysis=none]")).contains("this key may only read");
        assertThat(visit.page.locator(part + " button").count()).as(part).isZero();
      }
      assertThat(visit.requests).noneMatch(url -> url.contains("/v1/analyses"));
    }
  }

  /** What axe calls serious or critical. */
  private static List<String> violations(Visit visit) {
    AxeResults results =
        new AxeBuilder(visit.page)
            .setLegacyMode(true)
            .exclude(List.of("#map"))
            .exclude(List.of("#table"))
            .exclude(List.of("#stability-map .tiles g:nth-child(n+5)"))
            .analyze();
    return results.getViolations().stream()
        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
        .map(rule -> rule.getId() + " " + rule.getNodes().get(0).getHtml())
        .toList();
  }

  @Test
  void axe_finds_nothing_serious_and_the_keyboard_reaches_all() {
    try (Visit visit = opened(Visit.to(service), "#v=why&lang=en&sel=" + NEXT)) {
      visit.page.locator("#outlook .actions button").press("Enter");
      late(visit, "[data-lever=numberSelected]");
      assertThat(violations(visit)).isEmpty();
      visit.page.locator("#loss").press("ArrowRight");
      assertThat(text(visit, "#stability-sentence")).contains("at most 0.2%");
      assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("loss");
      visit.page.locator("#stability-map [tabindex='0']").press("ArrowRight");
      visit.page.keyboard().press("Enter");
      visit.until("!document.querySelector('#outlook h2').textContent.includes('Balsfjord')");
    }
  }

  @Test
  void it_fits_dark_and_narrow_and_in_every_language() {
    try (Visit visit = opened(Visit.dark(service), "#v=why&lang=nb&sel=" + NEXT)) {
      visit.page.locator("#outlook .actions button").click();
      late(visit, "[data-lever=numberSelected]");
      assertThat(violations(visit)).isEmpty();
      picture(visit, "why-dark");
    }
    try (Visit visit = opened(Visit.narrow(service), "#v=why&lang=nn&sel=" + NEXT)) {
      visit.page.locator("#outlook .actions button").click();
      late(visit, "[data-lever=numberSelected]");
      for (String language : List.of("nn", "nb", "en")) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        Object width = visit.page.evaluate("document.documentElement.scrollWidth");
        assertThat(((Number) width).intValue()).as(language).isLessThanOrEqualTo(360);
      }
      picture(visit, "why-narrow");
    }
  }
}
