package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.bosett.http.protocol.ApiKeys;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore.Role;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page when something is not as it should be, and with other figures than Norway's. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageStatesTest {
  private static final Page.WaitForSelectorOptions DETACHED =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED);
  private static final Page.WaitForSelectorOptions ATTACHED =
      new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);
  private static final String REFUSED = "Failed to load resource";

  private static final Map<String, String> SUPERFLUOUS =
      Map.of(
          "en", "one of these rules may be superfluous",
          "nb", "kan være overflødig",
          "nn", "kan vere overflødig");

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
  void a_clash_stands_at_its_field_and_a_suggested_change_mends_it() {
    try (Visit visit = Visit.to(service).ready("")) {
      visit.type("/demand/persons", "8000").reached("infeasible");
      assertThat(visit.page.locator("#map.stale").count()).isEqualTo(1);
      assertThat(visit.page.locator("[data-field='/demand/persons'] .fault").textContent())
          .contains("Er med i det som ikke går opp");
      visit.page.waitForSelector("[data-relax='/demand/persons']");
      assertThat(Visit.plain(visit.page.locator("#infeasible").textContent()))
          .contains("8 000 personer skal bosettes");
      visit.page.locator("[data-relax='/demand/persons']").click();
      visit.reached("ready");
      assertThat(visit.page.locator("#infeasible").count()).isZero();
      assertThat(visit.page.locator("#map.stale").count()).isZero();
    }
  }

  @Test
  void what_is_not_valid_is_told_at_its_place_and_the_map_stays() {
    try (Visit visit = Visit.to(service).expecting(REFUSED).ready("")) {
      visit.type("/demand/persons", "mange");
      assertThat(visit.page.locator("[data-field='/demand/persons'] .fault").textContent())
          .contains("«mange» er ikke et tall");
      assertThat(visit.field("/demand/persons").inputValue()).isEqualTo("mange");
      visit.type("/demand/persons", "0").reached("invalid");
      assertThat(
              Visit.plain(
                  visit.page.locator("[data-field='/demand/persons'] .fault").textContent()))
          .isEqualTo("Fant 0; tillatt: 1–10 000 000");
      assertThat(visit.onTile("0301")).isEqualTo("614");
      visit.page.goBack();
      visit.reached("ready");
      visit.page.locator("details[data-group=document] summary").click();
      visit.page.locator("#document").fill("{\"year\": 2018}");
      visit.page.locator("details[data-group=document] button").first().click();
      visit.reached("invalid");
      assertThat(visit.page.locator("#invalid").textContent()).contains("/demand", "/criteria");
    }
  }

  @Test
  void a_name_with_markup_stays_text() {
    String name = "<img src=x onerror=alert(1)>";
    String scenario = Service.read("small/three-places").replace("\"Aa\"", "\"" + name + "\"");
    String id = service.made("/v1/scenarios", scenario);
    try (Visit visit = Visit.to(service).ready("#scenario=" + id + "&sel=A")) {
      assertThat(visit.card()).startsWith(name);
      assertThat(visit.page.locator("img").count()).isZero();
      assertThat(visit.row("A").get(0)).isEqualTo(name);
      for (String view : List.of("why", "compare", "about", "allocation")) {
        visit.page.locator("[data-view=" + view + "]").last().click();
        visit.page.waitForSelector("body[data-view=" + view + "]");
        visit.drawn();
        assertThat(visit.page.locator("img").count()).isZero();
      }
    }
  }

  @Test
  void figures_without_tiles_points_minors_and_last_year_show_what_there_is() {
    String id = service.made("/v1/scenarios", Service.read("small/three-places"));
    try (Visit visit = Visit.to(service).ready("#scenario=" + id)) {
      assertThat(visit.sentence()).startsWith("20 personer til 2 av 3 kommuner. Treff");
      assertThat(visit.page.locator("#map [data-id]").count()).isEqualTo(3);
      assertThat(visit.page.locator("[data-field='/demand/minors']").count()).isZero();
      assertThat(visit.page.locator("#mode option[value=change]").count()).isZero();
      assertThat(visit.page.locator("#table [data-column=change]").count()).isZero();
    }
  }

  @Test
  void a_service_that_stops_is_told_and_comes_back_by_itself() {
    try (Service other = Service.start();
        Visit visit = Visit.to(other).expecting(REFUSED).ready("")) {
      other.shut();
      visit.slider("/demand/persons").fill("5000");
      visit.page.waitForSelector("#offline");
      assertThat(visit.onTile("0301")).isEqualTo("614");
      other.open();
      visit.page.waitForSelector(
          "#offline", new Page.WaitForSelectorOptions().setState(WaitForSelectorState.DETACHED));
      visit.reached("ready");
      assertThat(visit.sentence()).startsWith("5 000 personer");
    }
  }

  @Test
  void keys_are_asked_for_and_who_may_only_read_is_told() {
    try (Service other = Service.start()) {
      other.post("/v1/allocations", Service.LETTER);
      String solve = key(other, Role.SOLVE);
      String read = key(other, Role.READ);
      other.shut();
      other.open();
      try (Visit visit = Visit.to(other).expecting(REFUSED).open("")) {
        visit.page.locator("#key-form input").fill(read);
        visit.page.locator("#key-form button").click();
        visit.page.waitForSelector("#readonly");
        visit.page.waitForSelector("#map [data-id='0301'] text:text('614')");
        assertThat(visit.page.locator("#form fieldset").getAttribute("disabled")).isNotNull();
        assertThat(visit.page.url()).doesNotContain(read);
        visit.page.locator("#readonly button").click();
        visit.page.locator("#key-form input").fill(solve);
        visit.page.locator("#key-form button").click();
        visit.reached("ready");
        visit.type("/demand/persons", "4500").reached("ready");
        assertThat(visit.sentence()).startsWith("4 500 personer");
      }
    }
  }

  private static String key(Service service, Role role) {
    ApiKeys.NewKey key = ApiKeys.create(role.name(), role);
    service.store().keys().add(key.kept());
    return key.token();
  }

  /** Nobody presses anything: what a preview cannot prove goes on by itself. */
  @Test
  void a_long_solve_goes_on_by_itself_and_stops_when_told() {
    try (Service other = Service.start()) {
      String id = other.made("/v1/scenarios", endless());
      try (Visit visit = Visit.to(other).open("#scenario=" + id)) {
        visit.page.waitForSelector("#running");
        assertThat(visit.page.locator("body.waiting").count()).isEqualTo(1);
        assertThat(states(other)).containsExactly("RUNNING");
        assertThat(visit.page.locator("#bar").isVisible()).isTrue();
        assertThat(visit.page.locator("#running button").textContent()).isEqualTo("Stopp");
        IntStream.range(0, 5)
            .forEach(i -> visit.slider("/demand/persons").fill(String.valueOf(11_000 + 10 * i)));
        visit.page.waitForSelector("#running", DETACHED);
        visit.page.waitForSelector("#running");
        await().untilAsserted(() -> assertThat(states(other)).contains("RUNNING", "CANCELED"));
        assertThat(states(other)).hasSize(2);
        visit.page.locator("#running button").click();
        visit.page.waitForSelector("#running", DETACHED);
        visit.reached("unproven");
        assertThat(visit.page.locator("#notice").textContent()).startsWith("Stoppet");
        assertThat(visit.page.locator("#unproven button").textContent()).isEqualTo("Regn videre");
        assertThat(states(other)).containsExactly("CANCELED", "CANCELED");
      }
    }
  }

  /** The states of the kept allocations, the newest first. */
  private static List<String> states(Service service) {
    JobStore.Filter all = new JobStore.Filter(null, null, null, null);
    return service.store().allocations().page(all, 10, null).items().stream()
        .map(one -> one.state().name())
        .toList();
  }

  @Test
  void what_a_preview_cannot_prove_is_proven_a_moment_later() {
    try (Service other = Service.start();
        Visit visit = Visit.to(other)) {
      visit.page.route(
          "**/v1/previews**",
          route -> {
            String cut =
                route
                    .fetch()
                    .text()
                    .replace("\"status\":\"OPTIMAL\"", "\"status\":\"FEASIBLE\"")
                    .replace("\"stopped\":\"PROOF\"", "\"stopped\":\"TIME_LIMIT\"")
                    .replaceFirst("\"gap\":0", "\"gap\":12300000");
            route.fulfill(
                new Route.FulfillOptions().setContentType("application/json").setBody(cut));
          });
      visit.open("");
      visit.page.waitForSelector("#gap");
      assertThat(visit.sentence()).endsWith("Ikke bevist: høyst 12,3 bedre finnes.");
      visit.page.waitForSelector("body[data-state=ready]", ATTACHED);
      assertThat(visit.page.locator("#gap").count()).isZero();
      assertThat(visit.page.locator("#proof").textContent()).isEqualTo("Beviselig best");
      assertThat(states(other)).containsExactly("SUCCEEDED");
    }
  }

  @Test
  void a_conflict_that_was_cut_short_is_said_in_words() {
    try (Visit visit = Visit.to(service)) {
      visit.page.route(
          "**/v1/previews**",
          route ->
              route.fulfill(
                  new Route.FulfillOptions()
                      .setContentType("application/json")
                      .setBody(
                          route
                              .fetch()
                              .text()
                              .replace("\"complete\":true", "\"complete\":false"))));
      visit.page.route("**/v1/allocations", route -> {});
      visit.open("#persons=8000").reached("infeasible");
      for (String language : SUPERFLUOUS.keySet()) {
        visit.page.locator("#language").selectOption(language);
        visit.page.waitForSelector("html[lang=" + language + "]");
        visit.reached("infeasible");
        assertThat(visit.page.locator("#incomplete").textContent())
            .contains(SUPERFLUOUS.get(language));
      }
    }
  }

  /** One that HiGHS does not come to the end of. */
  private static String endless() {
    Random random = new Random(1);
    StringBuilder places = new StringBuilder();
    for (int i = 0; i < 3_000; i++) {
      places.append(
          "%s{\"id\":\"M%d\",\"county\":\"1\",\"indicators\":{\"population\":{\"2017\":%d},\"work\":{\"2017\":%d}}}"
              .formatted(
                  i == 0 ? "" : ",", i, 500 + random.nextInt(40_000), 40 + random.nextInt(40)));
    }
    return """
    {"name": "endless", "year": 2018, "demand": {"persons": 12000, "minors": 400},
     "selection": {"share": 0.25, "tolerance": 0.01},
     "minors": {"minimumGroup": 5, "municipalities": {"atMost": 60}},
     "criteria": [{"id": "a", "weight": 1, "base": {"indicator": "population", "year": 2017},
       "tilt": {"indicator": "work", "year": 2017, "strength": 0.5}}],
     "solver": {"name": "highs", "timeLimitSeconds": 300}, "municipalities": [%s]}
    """
        .formatted(places);
  }

  @Test
  void previews_leave_no_trace_in_the_store() {
    try (Service other = Service.start()) {
      JobStore.Filter all = new JobStore.Filter(null, null, null, null);
      assertThat(other.store().allocations().page(all, 10, null).items()).isEmpty();
      assertThat(other.get("/metrics")).contains("bosett_previews_seconds_count");
    }
  }
}
