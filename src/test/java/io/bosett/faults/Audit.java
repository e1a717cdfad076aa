package io.bosett.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Audits a service after a fault: verifies all that it has acknowledged to its callers. */
final class Audit {
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private final ServiceClient service;
  private final Ledger ledger;

  Audit(ServiceClient service, Ledger ledger) {
    this.service = service;
    this.ledger = ledger;
  }

  /**
   * Everything that was acknowledged is there and ends with a result; what had ended reads back
   * byte for byte; nothing is there twice; what was not answered is taken once when it is posted
   * again.
   *
   * @return how many were acknowledged and had not ended when the service was hit
   */
  int run() throws IOException {
    postAgain();
    int solvedAgain = 0;
    for (Map.Entry<String, String> entry : ledger.acknowledged().entrySet()) {
      String id = entry.getValue();
      assertThat(service.allocation(id).status()).as("status of %s", id).isEqualTo(200);
      ServiceResponse document = service.ended(id, PATIENCE);
      assertThat(States.of(document)).as(document.toString()).isEqualTo("SUCCEEDED");
      ServiceResponse result = service.get("/v1/allocations/" + id + "/result");
      assertThat(result.status()).as("result of %s", id).isEqualTo(200);
      assertThat(result.json().path("scenario").asString()).isEqualTo(entry.getKey());
      if (!ledger.ended().contains(id)) {
        solvedAgain++;
      }
      ledger.ended(id, new Ledger.Told(document.body(), result.body()));
    }
    assertThat(idByName()).as("by name").isEqualTo(ledger.acknowledged());
    assertThat(ledger.contradictions()).isEmpty();
    return solvedAgain;
  }

  private void postAgain() throws IOException {
    for (Ledger.Posting posting : ledger.open()) {
      ServiceResponse answer =
          service.allocate(posting.body(), "Prefer", "wait=30", "Idempotency-Key", posting.name());
      assertThat(answer.status()).as(answer.toString()).isIn(201, 202);
      ledger.acknowledged(posting, answer.allocation());
    }
  }

  /** All that the service lists. */
  Map<String, String> idByName() throws IOException {
    Map<String, String> ids = new HashMap<>();
    @Nullable String cursor = null;
    do {
      String more = cursor == null ? "" : "&cursor=" + cursor;
      ServiceResponse page = service.get("/v1/allocations?limit=200" + more);
      assertThat(page.status()).as(page.toString()).isEqualTo(200);
      for (JsonNode item : page.json().path("items")) {
        String name = item.path("name").asString();
        assertThat(ids.put(name, item.path("id").asString())).as("twice: %s", name).isNull();
      }
      JsonNode next = page.json().path("nextCursor");
      cursor = next.isString() ? next.asString() : null;
    } while (cursor != null);
    return ids;
  }
}
