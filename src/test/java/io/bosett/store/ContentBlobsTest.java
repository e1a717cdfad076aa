package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Documents are kept once, small, and as long as something refers to them. */
@Tag("slow")
final class ContentBlobsTest extends StoreContract {
  private long contents() {
    return place.number("SELECT COUNT(*) FROM contents");
  }

  private String submit(String scenario, String dataset) {
    return Given.accepted(allocations().submit(Given.of("ann", scenario, dataset), LIMITS)).id();
  }

  private int deleteAllEnded() {
    return allocations().deleteEndedBefore(Instant.MAX);
  }

  @Test
  void the_same_document_is_kept_once() {
    submit("a", "data");
    submit("a", "data");
    submit("b", "data");
    submit("data", "a");
    store.scenarios().create("s", "name", Given.content("a"));
    store.datasets().put("d", Given.content("data"), "hash");
    assertThat(contents()).isEqualTo(3);
  }

  @Test
  void a_scenario_that_carries_its_figures_has_no_dataset() {
    KeptJob kept = Given.accepted(allocations().submit(Given.of("ann", "a", null), LIMITS));
    assertThat(kept.datasetContent()).isNull();
    assertThat(kept.datasetId()).isNull();
    assertThat(contents()).isEqualTo(1);
  }

  @Test
  void documents_and_results_are_compressed() {
    String text = "municipality;2018;12345\n".repeat(10_000);
    String id = submit(text, "data");
    allocations().claim("me", 1, LEASE);
    allocations().finish(id, "me", 1, Given.success(text));
    assertThat(place.number("SELECT MAX(LENGTH(packed)) FROM contents")).isLessThan(5_000);
    assertThat(place.number("SELECT MAX(LENGTH(result)) FROM outcomes")).isLessThan(5_000);
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    assertThat(allocations().scenario(id)).contains(bytes);
    assertThat(allocations().result(id)).contains(bytes);
  }

  @Test
  void large_documents_and_empty_ones_read_back() {
    byte[] noise = new byte[16 << 20];
    new Random(1).nextBytes(noise);
    Content large = Content.of(noise);
    store.datasets().put("large", large, "hash");
    store.scenarios().create("empty", "", Given.content(""));
    reopen();
    assertThat(store.datasets().content(large.hash())).contains(noise);
    assertThat(store.scenarios().document("empty")).contains(new byte[0]);
    assertThat(store.datasets().content("no hash")).isEmpty();
  }

  @Test
  void what_only_a_deleted_allocation_needed_goes_with_it() {
    String first = submit("a", "shared");
    String second = submit("b", "shared");
    String kept = submit("kept", "kept too");
    store.scenarios().create("s", "name", Given.content("b"));
    allocations().cancel(first);
    allocations().cancel(second);
    assertThat(deleteAllEnded()).isEqualTo(2);
    assertThat(allocations().find(first)).isEmpty();
    assertThat(allocations().find(kept)).isPresent();
    assertThat(allocations().scenario(kept)).isPresent();
    assertThat(store.scenarios().document("s")).isPresent();
    assertThat(contents()).isEqualTo(3);
  }

  @Test
  void what_a_dataset_or_a_scenario_still_refers_to_outlives_the_allocations_on_it() {
    store.datasets().put("d", Given.content("data"), "hash");
    store.scenarios().create("s", "name", Given.content("scenario"));
    allocations().cancel(submit("scenario", "data"));
    assertThat(deleteAllEnded()).isEqualTo(1);
    assertThat(store.datasets().content(Given.content("data").hash())).isPresent();
    assertThat(store.scenarios().document("s")).isPresent();
    assertThat(contents()).isEqualTo(2);
  }

  @Test
  void what_another_allocation_refers_to_stays_whatever_it_is_there() {
    String first = submit("one", "two");
    String other = submit("two", "one");
    allocations().cancel(first);
    assertThat(deleteAllEnded()).isEqualTo(1);
    assertThat(allocations().scenario(other)).isPresent();
    assertThat(contents()).isEqualTo(2);
  }

  @Test
  void an_earlier_version_of_a_dataset_stays_as_long_as_an_allocation_is_on_it() {
    store.datasets().put("d", Given.content("old"), "hash");
    String id = submit("scenario", "old");
    store.datasets().put("d", Given.content("new"), "other hash");
    String old = Given.content("old").hash();
    assertThat(store.datasets().content(old)).isPresent();
    allocations().cancel(id);
    assertThat(deleteAllEnded()).isEqualTo(1);
    assertThat(store.datasets().content(old)).isEmpty();
    assertThat(contents()).isEqualTo(1);
  }

  @Test
  void only_what_ended_before_is_deleted_however_much_it_is() {
    for (int i = 0; i < 250; i++) {
      allocations().cancel(submit("a" + i, "data"));
    }
    clock.step(Duration.ofDays(2));
    allocations().cancel(submit("late", "data"));
    submit("waiting", "data");
    Instant yesterday = clock.instant().minus(Duration.ofDays(1));
    assertThat(allocations().deleteEndedBefore(yesterday)).isEqualTo(250);
    assertThat(allocations().deleteEndedBefore(yesterday)).isZero();
    assertThat(contents()).isEqualTo(3);
    assertThat(allocations().deleteEndedBefore(Instant.MIN)).isZero();
  }

  @Test
  void outcomes_and_keys_of_requests_go_with_their_allocation() {
    NewJob asked = Given.keyed("ann", "k", "hash");
    allocations().submit(asked, LIMITS);
    allocations().claim("me", 1, LEASE);
    allocations().finish(asked.id(), "me", 1, Given.success("r"));
    assertThat(deleteAllEnded()).isEqualTo(1);
    for (String table : List.of("outcomes", "idempotency", "contents", "jobs")) {
      assertThat(place.number("SELECT COUNT(*) FROM " + table)).as(table).isZero();
    }
  }

  @Test
  void documents_that_come_while_others_sweep_them_are_there() {
    List<Boolean> intact =
        Together.run(
            6,
            number -> {
              boolean all = true;
              for (int i = 0; i < 25; i++) {
                String id = submit("same", "for all");
                all &= allocations().scenario(id).isPresent();
                allocations().cancel(id);
                deleteAllEnded();
              }
              return all;
            });
    assertThat(intact).containsOnly(true);
    deleteAllEnded();
    assertThat(contents()).isZero();
  }
}
