package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.model.Result;
import io.bosett.store.JobStore.Filter;
import io.bosett.store.JobStore.Submission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Texts that mean something to a database, or nothing to it, are kept as texts. */
@Tag("slow")
final class HostileTextTest extends StoreContract {
  private static final List<String> TEXTS =
      List.of(
          "'; DROP TABLE allocations; --",
          "\" OR \"\"=\"",
          "x' OR '1'='1",
          ":id <ids> ? ?? ${bytes} $1 $$",
          "\\' \\0 %_ \\",
          "a\u0000b",
          "\u0000",
          "\u0010",
          "\u00100000",
          "\uD800 half a pair \uDC00",
          "\uD83D\uDE00 a whole one",
          "\r\n\t\u0007\u001B[31m\u202E",
          "",
          "=1+1",
          "Ærøskøbing \u0301 ﷽");

  private NewJob with(String text) {
    NewJob a = Given.of("ann");
    return new NewJob(
        a.id() + text,
        text,
        new NewJob.Idempotency(text, text),
        text,
        text,
        text,
        JobTask.NONE,
        a.scenario(),
        a.dataset(),
        text,
        text,
        text,
        text,
        null);
  }

  @Test
  void every_text_of_an_allocation_reads_back() {
    Map<String, KeptJob> kept = new HashMap<>();
    for (String text : TEXTS) {
      NewJob asked = with(text);
      kept.put(text, Given.accepted(allocations().submit(asked, LIMITS)));
      assertThat(allocations().submit(asked, LIMITS)).isInstanceOf(Submission.Repeated.class);
    }
    for (String text : TEXTS) {
      KeptJob one = kept.get(text);
      assertThat(
              List.of(
                  one.caller(),
                  one.scenarioId(),
                  one.name(),
                  one.solver(),
                  one.datasetId(),
                  one.scenarioHash(),
                  one.figuresHash(),
                  one.version()))
          .containsOnly(text);
      assertThat(allocations().find(one.id())).contains(one);
      assertThat(allocations().scenario(one.id())).isPresent();
      assertThat(allocations().page(new Filter(text, null, null, text), 9, null).items())
          .containsExactly(one);
      assertThat(allocations().find(text)).isEmpty();
      assertThat(allocations().cancel(text)).isInstanceOf(JobStore.Cancellation.class);
    }
    assertThat(allocations().counts().get(JobState.QUEUED)).isEqualTo(TEXTS.size());
  }

  @Test
  void every_text_of_an_end_reads_back() {
    for (String text : TEXTS) {
      String id = Given.submit(store, "ann").id();
      allocations().claim(text, 1, LEASE);
      assertThat(allocations().releaseAll(text)).isZero();
      assertThat(allocations().renew(text, LEASE, Map.of(id, JobProgress.NONE))).hasSize(1);
      Outcome outcome =
          new Outcome(
              JobState.FAILED,
              Result.Status.UNKNOWN,
              text.getBytes(UTF_8),
              text,
              text,
              "log " + text.replaceAll("[\uD800-\uDFFF]", ""),
              JobProgress.NONE,
              text);
      assertThat(allocations().finish(id, text, 1, outcome)).isPresent();
      KeptJob ended = allocations().find(id).orElseThrow();
      assertThat(List.of(ended.summary(), ended.failure(), ended.version())).containsOnly(text);
      assertThat(allocations().log(id)).contains(outcome.log());
      assertThat(allocations().result(id)).contains(text.getBytes(UTF_8));
    }
  }

  @Test
  void every_text_of_scenarios_datasets_and_keys_reads_back() {
    for (String text : TEXTS) {
      KeptScenario scenario = store.scenarios().create(text, text, Given.content(text));
      assertThat(scenario.name()).isEqualTo(text);
      assertThat(store.scenarios().find(text)).contains(scenario);
      assertThat(store.scenarios().replace(text, text, text, Given.content("new")))
          .isInstanceOf(ScenarioStore.Change.Stale.class);
      DatasetVersion version = store.datasets().put(text, Given.content(text), text).version();
      assertThat(store.datasets().newest(text)).contains(version);
      assertThat(version.figuresHash()).isEqualTo(text);
      assertThat(store.datasets().content(text)).isEmpty();
      KeyStore.KeptKey key =
          new KeyStore.KeptKey(text, text, KeyStore.Role.READ, text, clock.instant());
      store.keys().add(key);
      assertThat(store.keys().find(text)).contains(key);
    }
    assertThat(store.datasets().all()).extracting(DatasetVersion::id).isSorted();
    assertThat(store.datasets().all()).hasSize(TEXTS.size());
    assertThat(store.keys().all()).extracting(KeyStore.KeptKey::name).isSorted();
    for (String text : TEXTS) {
      assertThat(store.keys().revoke(text)).isTrue();
    }
  }

  @Test
  void names_and_callers_may_be_long_and_identifiers_are_bounded() {
    String text = Given.noise(1_000_000);
    NewJob a = Given.of(text);
    NewJob asked =
        new NewJob(
            a.id(),
            text,
            new NewJob.Idempotency(text, text),
            null,
            text,
            a.solver(),
            a.task(),
            a.scenario(),
            null,
            null,
            text,
            text,
            text,
            null);
    KeptJob kept = Given.accepted(allocations().submit(asked, LIMITS));
    assertThat(kept.name()).isEqualTo(text);
    assertThat(allocations().submit(asked, LIMITS)).isEqualTo(new Submission.Repeated(kept));
    assertThat(store.scenarios().create("s", text, Given.content("a")).name()).isEqualTo(text);
    store.keys().add(new KeyStore.KeptKey("k", text, KeyStore.Role.READ, "hash", clock.instant()));
    assertThat(store.keys().all().get(0).name()).isEqualTo(text);

    assertThat(allocations().find(text)).isEmpty();
    assertThat(store.scenarios().find(text)).isEmpty();
    assertThat(store.keys().find(text)).isEmpty();
    assertThat(store.datasets().newest(text)).isEmpty();
    assertThat(allocations().page(new Filter(text, null, null, text), 1, null).items()).isEmpty();
    assertThatThrownBy(() -> store.scenarios().create(text, "", Given.content("a")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> store.datasets().put(text, Given.content("a"), "hash"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
