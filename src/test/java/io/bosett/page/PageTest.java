package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What an analyst does on the page, against the real service on the real figures. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageTest {
  private static final String LETTER =
      "4 400 personer til 186 av 408 kommuner, 210 av dem enslige mindreårige i 26. Treff 75,8 %.";
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
  void the_first_visit_shows_the_letter_solved_and_proven() {
    try (Visit visit = Visit.to(service).ready("")) {
      assertThat(visit.sentence()).isEqualTo(LETTER);
      assertThat(visit.page.locator("#proof").textContent()).isEqualTo("Beviselig best");
      assertThat(visit.page.locator("#map [data-id]").count()).isEqualTo(422);
      List<String> digits = visit.page.locator("#map [data-id] text").allTextContents();
      int sum = digits.stream().filter(one -> !one.isEmpty()).mapToInt(Integer::parseInt).sum();
      assertThat(sum).isEqualTo(4_400);
    }
  }

  /** Losses are asked for when the answer is on screen. */
  @Test
  void what_the_first_answer_takes_is_little() {
    try (Visit visit = Visit.to(service).open("")) {
      visit.page.waitForSelector("body[data-state=ready]");
      long bytes = bytes(visit);
      assertThat(
              visit.requests.stream()
                  .filter(url -> url.startsWith(service.address()) && !url.contains("losses")))
          .hasSizeLessThanOrEqualTo(15);
      assertThat(bytes).isLessThan(60_000);
      visit.reached("ready");
    }
  }

  /** What came over the wire, compressed, before losses were asked for. */
  private static long bytes(Visit visit) {
    Object sum =
        visit.page.evaluate(
            "[...performance.getEntriesByType('navigation'),"
                + " ...performance.getEntriesByType('resource')]"
                + ".filter((one) => !one.name.includes('losses'))"
                + ".reduce((sum, one) => sum + one.encodedBodySize, 0)");
    return ((Number) sum).longValue();
  }

  @Test
  void a_slider_changes_map_sentence_and_table() {
    try (Visit visit = Visit.to(service).ready("#sel=0301")) {
      visit.agrees("0301", "614");
      visit.slider("/demand/persons").fill("5350");
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 350 personer til 217 av 408 kommuner");
      visit.agrees("0301", "622");
      assertThat(visit.page.locator("#changed").getAttribute("data-changed")).isNotEqualTo("0");
      assertThat(visit.page.locator("#map [data-changed]").count()).isPositive();
      Locator entering = visit.page.locator("#changes [data-moves=entering] li");
      Locator leaving = visit.page.locator("#changes [data-moves=leaving] li");
      assertThat(entering.count() - leaving.count()).isEqualTo(217 - 186);
    }
  }

  @Test
  void weights_add_to_100_and_keep_what_is_locked() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("[data-weight-slider='0']").fill("40");
      visit.reached("ready");
      assertThat(weights(visit)).containsExactly("40", "40", "20");
      visit.page.locator("[data-field='/criteria/1/weight'] .lock").click();
      visit.page.locator("[data-weight-slider='0']").fill("0");
      visit.reached("ready");
      assertThat(weights(visit)).containsExactly("0", "40", "60");
      visit.page.locator("[data-weight-slider='0']").fill("30");
      visit.reached("ready");
      assertThat(weights(visit)).containsExactly("30", "40", "30");
    }
  }

  private static List<String> weights(Visit visit) {
    return visit.page.locator("input[data-weight]").all().stream()
        .map(Locator::inputValue)
        .toList();
  }

  @Test
  void a_municipality_is_fixed_on_the_map_and_the_price_shown() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.tile("1201").click();
      visit.tile("1201").press("F");
      visit.reached("ready");
      assertThat(visit.page.locator("#map [data-fixed='1201']").count()).isEqualTo(1);
      assertThat(visit.page.locator("[data-price]").textContent())
          .isEqualTo("Låsen koster ingenting.");
      Locator number = visit.page.locator("#card .fixed input");
      number.fill("100");
      number.press("Enter");
      visit.reached("ready");
      visit.agrees("1201", "100");
      visit.page.waitForSelector("[data-price]:not([data-price='0'])");
      assertThat(Long.parseLong(visit.page.locator("[data-price]").getAttribute("data-price")))
          .isPositive();
      visit.page.locator("#card .fixed button").click();
      visit.reached("ready");
      visit.agrees("1201", "248");
    }
  }

  @Test
  void search_card_table_and_map_agree() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.page.locator("#search").fill("bodo");
      visit.page.locator("#search").press("Enter");
      assertThat(visit.card()).startsWith("Bodø, Nordland").contains("50 personer", "Spurt 2017");
      visit.agrees("1804", "50");
      assertThat(visit.page.locator("#table [aria-selected=true]").getAttribute("data-row"))
          .isEqualTo("1804");
      assertThat(visit.tile("1804").getAttribute("aria-pressed")).isEqualTo("true");
      assertThat(visit.tile("1804").getAttribute("aria-label"))
          .isEqualTo("Bodø, Nordland: 50 personer, 90 færre enn i 2017");
      visit.page.locator("#table [data-row='1103']").click();
      assertThat(visit.card()).startsWith("Stavanger");
      assertThat(visit.tile("1103").getAttribute("aria-pressed")).isEqualTo("true");
    }
  }

  @Test
  void the_table_is_sorted_and_filtered() {
    try (Visit visit = Visit.to(service).ready("")) {
      Locator rows = visit.page.locator("#table [data-row]:not([hidden])");
      assertThat(rows.first().getAttribute("data-row")).isEqualTo("0301");
      visit.page.locator("#table [data-column=name]").click();
      assertThat(rows.first().textContent()).startsWith("Agdenes");
      assertThat(rows.last().textContent()).startsWith("Ås"); // Årdal, Ås, Åseral ...
      visit.page.locator("#filters input[value=asked]").check();
      assertThat(rows.count()).isEqualTo(186);
      visit.page.locator("#table [data-column=change]").click();
      assertThat(rows.last().getAttribute("data-row")).isEqualTo("1201");
      visit.page.locator("#filters input[value=notAsked]").check();
      assertThat(rows.count()).isEqualTo(408 - 186);
      visit.page.locator("#filters input[value=changed]").check();
      assertThat(rows.count()).isZero();
      visit.type("/demand/persons", "5350").reached("ready");
      assertThat(String.valueOf(rows.count()))
          .isEqualTo(visit.page.locator("#changed").getAttribute("data-changed"));
      visit.page.locator("#filters input[value=all]").check();
      assertThat(rows.count()).isEqualTo(422);
    }
  }

  @Test
  void back_is_undo_and_a_drag_is_one_step() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.type("/demand/persons", "4600").reached("ready");
      visit.page.evaluate(
          "(() => { const s = document.querySelector(\"[data-field='/places/minimum']"
              + " input[type=range]\"); for (const v of [11, 12, 13]) { s.value = v;"
              + " s.dispatchEvent(new Event('input')); } s.dispatchEvent(new Event('change'));"
              + " })()");
      visit.reached("ready");
      visit.addressed("min=13");
      assertThat(visit.fragment()).contains("persons=4600");
      visit.page.goBack();
      visit.reached("ready");
      assertThat(visit.field("/places/minimum").inputValue()).isEqualTo("10");
      assertThat(visit.sentence()).startsWith("4 600 personer");
      visit.page.goBack();
      visit.reached("ready");
      assertThat(visit.sentence()).isEqualTo(LETTER);
      visit.page.goForward();
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("4 600 personer");
    }
  }

  @Test
  void a_link_opened_elsewhere_shows_exactly_the_same() {
    String link;
    List<String> digits;
    String card;
    String sentence;
    List<String> table;
    try (Visit visit = Visit.to(service).ready("#sel=1103")) {
      visit.type("/demand/persons", "4700").reached("ready");
      visit.tile("0301").click();
      visit.tile("0301").press("F");
      visit.reached("ready");
      visit.page.locator("#mode").selectOption("change");
      visit.addressed("m=change");
      link = visit.fragment();
      digits = visit.page.locator("#map [data-id] text").allTextContents();
      card = visit.card();
      sentence = visit.sentence();
      table = visit.page.locator("#table [data-row] > div").allTextContents();
    }
    assertThat(link).contains("persons=4700", "patch=", "m=change", "sel=0301");
    assertThat(table).hasSizeGreaterThan(422);
    try (Visit visit = Visit.to(service).ready(link)) {
      assertThat(visit.page.locator("#map [data-id] text").allTextContents()).isEqualTo(digits);
      visit.page.waitForSelector("[data-price]");
      assertThat(visit.card()).isEqualTo(card);
      assertThat(visit.sentence()).isEqualTo(sentence);
      assertThat(visit.page.locator("#table [data-row] > div").allTextContents()).isEqualTo(table);
    }
  }

  @Test
  void the_table_shows_and_sorts_by_what_the_map_shows() {
    try (Visit visit = Visit.to(service).ready("#lang=en&m=per1000")) {
      assertThat(heads(visit)).containsExactly("Municipality", "2017", "2018", "Per 1,000");
      String sorted = "#table [data-head='%s'][aria-sort=%s]";
      for (String mode : List.of("loss", "i:employment_rate", "per1000", "change", "persons")) {
        visit.page.locator("#mode").selectOption(mode);
        String order = mode.equals("loss") ? "ascending" : "descending";
        visit.page.waitForSelector(sorted.formatted(mode, order));
        visit.reached("ready");
        String row = visit.page.locator("#table [data-row]").first().getAttribute("data-row");
        List<String> cells =
            visit.page.locator("#table [data-row='" + row + "'] > div").allTextContents();
        if (mode.equals("loss")) {
          assertThat(cells).containsExactly("Balsfjord", "10", "\u2013", "0.023");
        } else if (mode.equals("i:employment_rate")) {
          assertThat(Double.parseDouble(cells.get(3))).isGreaterThan(70);
        }
      }
      assertThat(heads(visit)).containsExactly("Municipality", "2017", "2018", "Change");
    }
  }

  private static List<String> heads(Visit visit) {
    return visit.page.locator("#table .head > div").allTextContents();
  }

  @Test
  void a_link_that_does_not_fit_is_told() {
    try (Visit visit = Visit.to(service).ready("#persons=many&nonsense=1&w=1,2&sel=9999")) {
      assertThat(Visit.plain(visit.page.locator("#notice").textContent())).contains("sel=9999");
      assertThat(visit.sentence()).isEqualTo(LETTER);
    }
    try (Visit visit = Visit.to(service).ready("#demo=no-such&shape=borders&lang=en")) {
      assertThat(Visit.plain(visit.page.locator("#notice").textContent()))
          .contains("(no-such). Shows the letter for 2018.", "left out: shape=borders");
      assertThat(visit.sentence()).startsWith("4,400 persons to 186 of 408 municipalities");
      visit.page.evaluate("location.hash = '#shape=round&lang=en'");
      visit.until("document.querySelector('#notice').textContent.includes('shape=round')");
    }
  }

  @Test
  void what_is_shown_is_compared_with_what_was_really_asked() {
    try (Visit visit = Visit.to(service).ready("#v=compare")) {
      visit.page.waitForSelector("#totals tr:has-text('Introduksjonsprogram')");
      assertThat(Visit.plain(visit.page.locator("#totals").textContent()))
          .contains("Personer5 3504 400", "Kommuner224186", "Treff", "80,5 %", "82,4 %");
      assertThat(Visit.plain(visit.page.locator("#view").textContent()))
          .contains("177 kommuner felles", "543 personer er plassert annerledes")
          .contains("Summene skiller seg med 950 personer");
      assertThat(visit.page.locator("[data-moves=entering] li").count()).isEqualTo(9);
      assertThat(visit.page.locator("[data-moves=leaving] li").count()).isEqualTo(47);
      visit.page.locator("#compare-left").selectOption("last");
      visit.addressed("left=last");
    }
  }

  @Test
  void any_two_are_compared_and_the_link_keeps_them() {
    String changed = Service.LETTER.replace("\"persons\": 4400", "\"persons\": 4700");
    String id = service.made("/v1/allocations", changed);
    String link;
    try (Visit visit = Visit.to(service).ready("#v=compare")) {
      visit.page.locator("#compare-left").selectOption("last");
      visit.page.locator("#compare-right").selectOption(id);
      visit.page.waitForSelector("#totals:has-text('4 700')");
      assertThat(visit.page.locator("#compare-map [data-id='0301']").textContent()).startsWith("−");
      visit.page.locator("#swap").click();
      visit.addressed("right=last");
      link = visit.fragment();
    }
    assertThat(link).contains("left=" + id);
    try (Visit visit = Visit.to(service).ready(link)) {
      visit.page.waitForSelector("#totals tr:has-text('Introduksjonsprogram')");
      assertThat(visit.page.locator("#compare-left").inputValue()).isEqualTo(id);
      assertThat(Visit.plain(visit.page.locator("#totals").textContent()))
          .contains("Personer4 700");
      visit.page.waitForSelector("#compare-map [data-id='0301'] text:text('+')");
    }
  }

  @Test
  void the_next_in_line_and_the_proof_are_told() {
    try (Visit visit = Visit.to(service).ready("#v=why")) {
      visit.page.waitForSelector("[data-line=next]");
      assertThat(Visit.plain(visit.page.locator("[data-line=next] tr").first().textContent()))
          .isEqualTo("1Balsfjord Troms0,023");
      assertThat(Visit.plain(visit.page.locator("#view").textContent()))
          .contains("Treffet er 3 494,323141 personer");
    }
  }

  @Test
  void undo_on_the_first_entry_of_a_link_stays_on_the_page() {
    try (Visit visit = Visit.to(service).ready("#persons=5350")) {
      visit.until("document.querySelector('#changes') !== null");
      visit.page.locator("#changes button").first().click();
      visit.until(
          "document.querySelector('#sentence, #summary').textContent.includes('4\u00a0400')");
      assertThat(visit.page.url()).doesNotContain("persons=5350").startsWith("http");
    }
  }

  @Test
  void the_card_of_one_not_asked_tells_its_place_in_line() {
    try (Visit visit = Visit.to(service).ready("#sel=1933")) {
      assertThat(visit.card()).startsWith("Balsfjord").contains("den er nummer 1 i køen");
    }
  }

  @Test
  void previews_keep_nothing_and_two_windows_do_not_meet() {
    try (Visit one = Visit.to(service).ready("");
        Visit other = Visit.to(service).ready("")) {
      one.slider("/demand/persons").fill("5000");
      other.slider("/demand/persons").fill("4100");
      one.reached("ready");
      other.reached("ready");
      assertThat(one.sentence()).startsWith("5 000 personer");
      assertThat(other.sentence()).startsWith("4 100 personer");
    }
  }
}
