package io.bosett.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** What is told while a solve takes long, event by event. */
@EnabledIf(value = "io.bosett.page.Chromium#isThere", disabledReason = Chromium.MISSING)
@Tag("slow")
final class PageRunTest {
  private static final String EVENT =
      "id: %d\nevent: %s\ndata: {\"id\": \"x\", \"state\": \"%s\", \"status\": %s,"
          + " \"progress\": {\"incumbent\": %d, \"bound\": %d}}\n\n";

  private static Service service;

  @BeforeAll
  static void start() {
    service = Service.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  /** What a preview answers when its time does not suffice. */
  private static String cut(String answer) {
    return answer
        .replace("\"status\":\"OPTIMAL\"", "\"status\":\"FEASIBLE\"")
        .replace("\"stopped\":\"PROOF\"", "\"stopped\":\"TIME_LIMIT\"")
        .replaceFirst("\"gap\":0", "\"gap\":12300000");
  }

  private static void json(Route route, int status, String body) {
    route.fulfill(
        new Route.FulfillOptions()
            .setStatus(status)
            .setContentType("application/json")
            .setBody(body));
  }

  private static void events(Route route, String events) {
    route.fulfill(new Route.FulfillOptions().setContentType("text/event-stream").setBody(events));
  }

  @Test
  void bound_and_incumbent_close_in_until_it_is_stopped_and_the_best_is_kept() {
    String answer = service.post("/v1/previews?include=losses", Service.LETTER);
    List<Route> streams = new ArrayList<>();
    List<String> canceled = new ArrayList<>();
    try (Visit visit = Visit.to(service)) {
      visit.page.route("**/v1/previews**", route -> json(route, 200, cut(answer)));
      visit.page.route("**/v1/allocations", route -> json(route, 202, "{\"id\": \"x\"}"));
      visit.page.route("**/v1/allocations/x/events", streams::add);
      visit.page.route("**/v1/allocations/x/result", route -> json(route, 200, stopped(answer)));
      visit.page.route(
          "**/v1/allocations/x/cancel",
          route -> {
            canceled.add(route.request().method());
            json(route, 200, "{\"id\": \"x\", \"state\": \"RUNNING\"}");
          });
      visit.open("");
      says(visit, streams, 1, 3_400, 3_600);
      assertThat(visit.page.locator("body.waiting #bar").isVisible()).isTrue();
      assertThat(visit.onTile("0301")).isEqualTo("614");
      says(visit, streams, 2, 3_480, 3_500);
      assertThat(canceled).isEmpty();
      visit.page.locator("#running button").click();
      visit.page.waitForSelector("#running");
      wait(visit, streams, 3);
      assertThat(canceled).containsExactly("POST");
      String last = EVENT.formatted(3, "ended", "CANCELED", "\"FEASIBLE\"", 3_480, 3_500);
      events(streams.get(2), last);
      visit.reached("unproven");
      assertThat(visit.page.locator("#running").count()).isZero();
      assertThat(visit.page.locator("#notice").textContent()).startsWith("Stoppet");
      assertThat(visit.sentence()).endsWith("Ikke bevist: høyst 7,7 bedre finnes.");
      assertThat(visit.page.locator("#bar").isVisible()).isFalse();
    }
  }

  private static String stopped(String answer) {
    return cut(answer)
        .replace("\"stopped\":\"TIME_LIMIT\"", "\"stopped\":\"CANCELED\"")
        .replaceFirst("\"gap\":12300000", "\"gap\":7700000");
  }

  /** Sends an event and waits until its figures are on screen. */
  private static void says(
      Visit visit, List<Route> streams, int count, long incumbent, long bound) {
    wait(visit, streams, count);
    long unit = 1_000_000;
    events(
        streams.get(count - 1),
        EVENT.formatted(count, "progress", "RUNNING", "null", incumbent * unit, bound * unit));
    for (long figure : new long[] {incumbent, bound}) {
      visit.page.waitForSelector(
          "#running:has-text('%d\u00a0%03d,0')".formatted(figure / 1_000, figure % 1_000));
    }
  }

  private static void wait(Visit visit, List<Route> streams, int count) {
    for (int i = 0; i < 300 && streams.size() < count; i++) {
      visit.page.waitForTimeout(50);
    }
    assertThat(streams).hasSize(count);
  }
}
