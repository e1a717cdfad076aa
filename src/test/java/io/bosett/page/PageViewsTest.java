package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.model.Boundary;
import io.bosett.model.Dataset;
import io.bosett.model.DatasetBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The views, the modes of the map, the address, and what is taken out. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageViewsTest {
  private static final String PLAIN =
      """
      {"name": "Plain", "year": 2018, "dataset": "plain", "demand": {"persons": 300},
       "criteria": [{"id": "p", "weight": 1, "base": {"indicator": "population", "year": 2017}}]}
      """;

  private static final Locator.WaitForOptions ATTACHED =
      new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED);
  private static final Page.WaitForSelectorOptions LIVE =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private static String text(Visit visit, String selector) {
    return Visit.plain(visit.page.locator(selector).textContent());
  }

  @Test
  void the_map_is_drawn_before_the_first_answer() {
    try (Visit visit = Visit.to(service)) {
      visit.page.route("**/v1/previews**", route -> {});
      visit.open("");
      visit.page.waitForSelector("#map [data-id='0301']");
      assertThat(visit.page.locator("#map [data-id]").count()).isEqualTo(422);
      assertThat(text(visit, "#sentence")).isEqualTo("Henter tallene …");
    }
  }

  @Test
  void every_mode_of_the_map_shows_what_card_and_table_say() {
    try (Visit visit = Visit.to(service).ready("#sel=1804")) {
      List<String> modes =
          visit.page.locator("#mode option").all().stream()
              .map(one -> one.getAttribute("value"))
              .toList();
      assertThat(modes)
          .containsExactly(
              "persons",
              "per1000",
              "change",
              "loss",
              "i:population",
              "i:employment_rate",
              "i:introduction_success");
      for (String mode : modes) {
        visit.page.locator("#mode").selectOption(mode);
        visit.page.waitForSelector("#map [data-id='1804'] text:not(:empty)");
        visit.addressed(mode.equals("persons") ? "sel=1804" : "m=" + mode);
        assertThat(visit.page.locator("#tools .legend li").count()).as(mode).isGreaterThan(3);
      }
      visit.page.locator("#mode").selectOption("change");
      visit.page.waitForSelector("#map [data-id='1804'] text:text('−90')");
      assertThat(visit.row("1804")).containsExactly("Bodø", "140", "50", "−90");
      visit.page.locator("#mode").selectOption("i:employment_rate");
      visit.page.waitForSelector("#map [data-id='1804'] text:text('69,')");
    }
  }

  @Test
  void the_picker_offers_every_indicator_of_the_dataset_by_name() {
    try (Visit visit = Visit.to(service).ready("#sel=1804")) {
      visit.page.locator("#mode").focus();
      visit.page.locator("#mode option[value='i:area']").waitFor(ATTACHED);
      Locator options = visit.page.locator("#mode option[value^='i:']");
      assertThat(options.count()).isEqualTo(19);
      for (String language : List.of("nn", "en", "nb")) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        visit.reached("ready");
        for (Locator option : options.all()) {
          String id = option.getAttribute("value").substring(2).replace('_', ' ');
          assertThat(option.textContent()).as(language).isNotBlank().isNotEqualTo(id);
        }
      }
      visit.page.locator("#mode").selectOption("i:area");
      visit.page.waitForSelector("#map [data-id='1804'] text:not(:empty)");
      visit.addressed("m=i:area");
    }
  }

  @Test
  void the_table_stands_alone_when_it_is_wanted() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("#table-only").click();
      assertThat(visit.page.locator("#map").isVisible()).isFalse();
      assertThat(visit.page.locator("#table").isVisible()).isTrue();
      visit.page.locator("#table-only").click();
      assertThat(visit.page.locator("#map").isVisible()).isTrue();
    }
  }

  @Test
  void the_charts_below_add_up() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("#charts").scrollIntoViewIfNeeded();
      visit.page.waitForSelector("#chart-counties svg");
      String distribution =
          visit.page.locator("#chart-distribution svg").getAttribute("aria-label");
      assertThat(numbers(distribution.replaceAll("[^;:]*: ", ""))).isEqualTo(186);
      String counties = visit.page.locator("#chart-counties svg").getAttribute("aria-label");
      assertThat(numbers(counties.replaceAll("[^;:]*: ", ""))).isEqualTo(4_400);
      assertThat(visit.page.locator("#chart-scatter circle").count()).isEqualTo(186);
    }
  }

  private static int numbers(String list) {
    return List.of(Visit.plain(list).split(";")).stream()
        .mapToInt(one -> Integer.parseInt(one.replaceAll("[^0-9]", "")))
        .sum();
  }

  @Test
  void the_rules_say_whether_they_are_reached_those_of_regions_too() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("details[data-group=regions] summary").click();
      visit.page.locator("details[data-group=regions] select").selectOption("18");
      visit.page.locator("details[data-group=regions] form button").click();
      visit.page.waitForSelector("[data-field='/regions/0/persons/atMost']");
      visit.type("/regions/0/persons/atMost", "100").reached("ready");
      visit.page.locator("nav [data-view=why]").click();
      visit.page.waitForSelector("[data-line=next]");
      assertThat(text(visit, "#view")).contains("Nordland, personer≤ 100100ja");
    }
  }

  @Test
  void the_call_that_is_shown_gives_what_is_on_screen() {
    String id = service.made("/v1/scenarios", Service.read("small/three-places"));
    try (Visit visit = Visit.to(service).ready("#scenario=" + id + "&persons=19&v=about")) {
      visit.page.waitForSelector("#call");
      String call = visit.page.locator("#call").textContent();
      String body = call.substring(call.indexOf('\'') + 1, call.lastIndexOf('\''));
      assertThat(body).contains("\"scenarioId\": \"" + id + "\"", "\"persons\": 19");
      assertThat(service.post("/v1/previews", body)).contains("\"persons\":19,\"minors\":0");
    }
  }

  @Test
  void links_that_name_no_view_mode_language_or_field_are_told() {
    try (Visit visit = Visit.to(service).ready("#v=nowhere&m=i:nothing&lang=de&zzz=1")) {
      assertThat(text(visit, "#notice")).contains("v=nowhere", "m=i:nothing", "lang=de", "zzz=1");
      assertThat(visit.page.locator("#map").isVisible()).isTrue();
    }
  }

  @Test
  void a_kept_allocation_is_shown_as_it_is_and_solved_again_when_it_is_changed() {
    String scenario = Service.read("norway-2018/letter");
    String spreadsheet = scenario.replaceFirst("\\{", "{\"solver\": {\"name\": \"spreadsheet\"},");
    String id = service.made("/v1/allocations", spreadsheet);
    try (Visit visit = Visit.to(service).open("#allocation=" + id + "&sel=0301")) {
      visit.reached("unproven");
      assertThat(service.get("/v1/allocations/" + id + "/result"))
          .contains("\"objective\":3323224863");
      assertThat(text(visit, "#proof")).doesNotContain("Beviselig");
      assertThat(visit.sentence())
          .startsWith("4 400 personer til 204 av 408")
          .contains("Treff 72,1 %");
      assertThat(text(visit, "#changes")).contains("Ingenting");
      visit.page.locator("details[data-group=solverRule] summary").click();
      visit.page.locator("details[data-group=solverRule] select").selectOption("decomposition");
      visit.reached("ready");
      assertThat(visit.sentence()).contains("til 186 av 408");
      visit.page.goBack();
      visit.reached("unproven");
      assertThat(visit.sentence()).contains("til 204 av 408");
    }
  }

  @Test
  void a_scenario_is_kept_under_a_name_and_its_link_opened() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.type("/demand/persons", "4500").reached("ready");
      assertThat(visit.page.locator("#changed").isVisible()).isTrue();
      visit.page.locator("#changes button[aria-expanded]").click();
      visit.page.locator("#changes input[name=name]").fill("Mitt forslag");
      visit.page.locator("#changes form button").click();
      visit.addressed("scenario=");
      assertThat(text(visit, "#notice")).contains("Lagret som «Mitt forslag»");
      assertThat(text(visit, "#changes")).contains("Ingenting");
      try (Visit other = Visit.to(service).ready(visit.fragment())) {
        assertThat(other.sentence()).startsWith("4 500 personer");
        assertThat(text(other, ".scenario")).isEqualTo("Mitt forslag");
        other.type("/demand/persons", "4600").reached("ready");
        other.page.locator("#changes .actions button").nth(1).click();
        other.reached("ready");
        assertThat(other.sentence()).startsWith("4 500 personer");
      }
    }
  }

  @Test
  void a_dataset_without_tiles_is_drawn_from_its_points_or_its_counties() {
    for (boolean points : new boolean[] {true, false}) {
      service.put("/v1/datasets/plain", DatasetDocument.write(plain(points)));
      String id = service.made("/v1/scenarios", PLAIN);
      try (Visit visit = Visit.to(service).ready("#scenario=" + id + "&sel=M3")) {
        visit.page.waitForSelector("#map [data-id='M3']");
        assertThat(visit.page.locator("#map [data-id]").count()).isEqualTo(40);
        List<String> places =
            visit.page.locator("#map [data-id]").all().stream()
                .map(one -> one.getAttribute("transform"))
                .toList();
        assertThat(places).doesNotHaveDuplicates();
        assertThat(visit.sentence()).startsWith("300 personer");
        assertThat(visit.card()).startsWith("M3, Fylke 1");
      }
    }
  }

  @Test
  void a_dataset_with_boundaries_is_drawn_with_them_when_that_is_wanted() {
    DatasetBuilder builder = builder(true);
    for (int i = 0; i < 40; i++) {
      double x = 10 + 0.1 * (i % 8);
      double y = 60 + 0.05 * Math.floorDiv(i, 8);
      Boundary.Ring square =
          new Boundary.Ring(new double[] {x, y, x + 0.1, y, x + 0.1, y + 0.05, x, y + 0.05, x, y});
      builder.boundary("M" + i, new Boundary(List.of(List.of(square))));
    }
    service.put("/v1/datasets/plain", DatasetDocument.write(builder.build()));
    String id = service.made("/v1/scenarios", PLAIN);
    String link;
    try (Visit visit = Visit.to(service).ready("#scenario=" + id + "&sel=M3")) {
      visit.page.waitForSelector("#map [data-id='M3'] polygon");
      visit.page.locator("#borders").click();
      visit.page.waitForSelector("#map [data-id='M3'] path");
      visit.page.waitForSelector("#map [data-id='M39'] text:not(:empty)");
      visit.addressed("shape=borders");
      // M20 is the first of the second county: of eight edges above and the ones beside it in its
      // row.
      Object lines =
          visit.page.evaluate(
              "[...document.querySelectorAll('#map .hexmap > path')]"
                  + ".map((one) => (one.getAttribute('d').match(/M/g) || []).length).join()");
      assertThat(lines).isEqualTo("0,9");
      link = visit.fragment();
      visit.page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of("target/page/borders.png")));
    }
    try (Visit visit = Visit.to(service).ready(link)) {
      visit.page.waitForSelector("#map [data-id='M3'] path");
      visit.page.locator("#borders").click();
      visit.page.waitForSelector("#map [data-id='M3'] polygon");
    }
  }

  private static Dataset plain(boolean points) {
    return builder(points).build();
  }

  private static DatasetBuilder builder(boolean points) {
    DatasetBuilder builder = new DatasetBuilder("plain", "Plain");
    builder.county("1", "Fylke 1");
    builder.county("2", "Fylke 2");
    builder.indicator(new io.bosett.model.Indicator("population", "persons", "", "", ""));
    for (int i = 0; i < 40; i++) {
      String county = i < 20 ? "1" : "2";
      double x = points ? 10 + 0.1 * (i % 8) : Double.NaN;
      double y = points ? 60 + 0.05 * Math.floorDiv(i, 8) : Double.NaN;
      builder.municipality("M" + i, "M" + i, county, x, y);
      builder.number("M" + i, "population", 2017, 1_000 + 100 * i);
    }
    return builder;
  }

  private static Path taken(Visit visit, String what) {
    visit.page.locator("[data-menu=more]").click();
    Download download =
        visit.page.waitForDownload(() -> visit.page.locator("[data-export=" + what + "]").click());
    return download.path();
  }

  @Test
  void what_is_on_screen_can_be_taken_out_while_the_service_is_away() throws IOException {
    try (Service other = Service.start();
        Visit visit = Visit.to(other).expecting("Failed to load resource").ready("")) {
      visit.page.locator("#search").click();
      visit.until(
          "['export', 'why', 'analyses', 'stability', 'outlook', 'line'].every(name =>"
              + " performance.getEntriesByType('resource')"
              + ".some(one => one.name.endsWith('/page/' + name + '.js') && one.responseEnd > 0))");
      other.shut();
      assertThat(Files.readString(taken(visit, "svg"))).contains(">614<");
      visit.page.locator("nav [data-view=why]").click();
      visit.page.waitForSelector("[data-line=next]");
      assertThat(text(visit, "#view")).contains("Balsfjord");
    }
  }

  @Test
  void the_print_has_sentence_map_card_and_table_and_no_controls() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      visit.card();
      visit.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      for (String shown : List.of("#sentence", "#map", "#card", "#table")) {
        assertThat(visit.page.locator(shown).isVisible()).as(shown).isTrue();
      }
      for (String hidden : List.of("#form", "nav", "#search", "#mode")) {
        assertThat(visit.page.locator(hidden).isVisible()).as(hidden).isFalse();
      }
      visit.page.pdf(
          new Page.PdfOptions().setPath(Path.of("target/page/print.pdf")).setFormat("A4"));
    }
  }

  @Test
  void the_live_region_speaks_once_after_the_last_answer() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.evaluate(
          "window.said = []; new MutationObserver(() =>"
              + " said.push(document.getElementById('live').textContent))"
              + ".observe(document.getElementById('live'), {childList: true, characterData: true,"
              + " subtree: true})");
      Locator slider = visit.slider("/demand/persons");
      IntStream.range(0, 8).forEach(i -> slider.fill(String.valueOf(4_500 + 10 * i)));
      visit.reached("ready");
      visit.page.waitForSelector("#live:has-text('4 570')", LIVE);
      assertThat(((Number) visit.page.evaluate("said.length")).intValue()).isLessThan(4);
      visit.page.evaluate("said.length = 0");
      IntStream.range(0, 5).forEach(i -> slider.fill(String.valueOf(8_000 + 10 * i)));
      visit.reached("infeasible");
      visit.page.waitForSelector("#live:has-text('Reglene går ikke opp')", LIVE);
      assertThat(((Number) visit.page.evaluate("said.length")).intValue()).isBetween(1, 3);
      assertThat(visit.page.locator("#infeasible[role], #infeasible [role=alert]").count())
          .isZero();
      assertThat(visit.page.locator("#form [role=alert]").count()).isZero();
    }
  }
}
