package io.bosett.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.bosett.store.ScenarioStore.Change;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Kept scenarios, datasets and keys. */
@Tag("slow")
final class DocumentsTest extends StoreContract {
  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return Given.content(text).hash();
  }

  @Test
  void a_kept_scenario_reads_back() {
    KeptScenario kept = store.scenarios().create("s", "Name", Given.content("doc"));
    assertThat(kept)
        .isEqualTo(new KeptScenario("s", "Name", hash("doc"), clock.instant(), clock.instant()));
    reopen();
    assertThat(store.scenarios().find("s")).contains(kept);
    assertThat(store.scenarios().document("s")).contains(bytes("doc"));
    assertThat(store.scenarios().find("none")).isEmpty();
    assertThat(store.scenarios().document("none")).isEmpty();
  }

  @Test
  void a_change_needs_the_present_hash() {
    KeptScenario old = store.scenarios().create("s", "Name", Given.content("one"));
    clock.step(Duration.ofMinutes(1));
    KeptScenario changed =
        new KeptScenario("s", "Other", hash("two"), old.createdAt(), clock.instant());
    assertThat(store.scenarios().replace("s", hash("no"), "Other", Given.content("two")))
        .isEqualTo(new Change.Stale(hash("one")));
    assertThat(store.scenarios().document("s")).contains(bytes("one"));
    assertThat(store.scenarios().replace("s", hash("one"), "Other", Given.content("two")))
        .isEqualTo(new Change.Made(changed));
    assertThat(store.scenarios().document("s")).contains(bytes("two"));
    assertThat(store.datasets().content(hash("one"))).isEmpty();
    assertThat(store.scenarios().replace("none", hash("one"), "x", Given.content("two")))
        .isEqualTo(new Change.NotFound());
    assertThat(store.scenarios().delete("s", hash("one"))).isEqualTo(new Change.Stale(hash("two")));
    assertThat(store.scenarios().delete("s", hash("two"))).isEqualTo(new Change.Made(changed));
    assertThat(store.scenarios().delete("s", hash("two"))).isEqualTo(new Change.NotFound());
    assertThat(store.datasets().content(hash("two"))).isEmpty();
  }

  @Test
  void the_same_document_again_stays() {
    store.scenarios().create("s", "Name", Given.content("one"));
    store.scenarios().replace("s", hash("one"), "Name", Given.content("one"));
    assertThat(store.scenarios().document("s")).contains(bytes("one"));
  }

  @Test
  void allocations_of_a_deleted_scenario_stay() {
    store.scenarios().create("s", "Name", Given.content("{\"scenario\":1}"));
    KeptJob kept = Given.accepted(allocations().submit(Given.from("s", "cbc"), Given.LIMITS));
    store.scenarios().delete("s", hash("{\"scenario\":1}"));
    assertThat(allocations().find(kept.id())).contains(kept);
    assertThat(allocations().scenario(kept.id())).contains(bytes("{\"scenario\":1}"));
  }

  @Test
  void of_changes_at_once_one_is_made() {
    store.scenarios().create("s", "Name", Given.content("0"));
    String hash = hash("0");
    List<Change> changes =
        Together.run(
            8, n -> store.scenarios().replace("s", hash, "Name", Given.content("new " + n)));
    assertThat(changes).filteredOn(one -> one instanceof Change.Made).hasSize(1);
    assertThat(changes).filteredOn(one -> one instanceof Change.Stale).hasSize(7);
    assertThat(place.number("SELECT COUNT(*) FROM contents")).isEqualTo(1);
  }

  @Test
  void scenarios_come_newest_first_in_parts() {
    for (int i = 0; i < 5; i++) {
      store.scenarios().create("s" + i, "Name", Given.content("doc"));
      clock.step(Duration.ofDays(-1));
    }
    Page<KeptScenario> first = store.scenarios().page(3, null);
    assertThat(first.items()).extracting(KeptScenario::id).containsExactly("s4", "s3", "s2");
    Page<KeptScenario> second = store.scenarios().page(3, first.nextCursor());
    assertThat(second.items()).extracting(KeptScenario::id).containsExactly("s1", "s0");
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void a_dataset_gets_a_new_version_with_new_content_only() {
    DatasetVersion first = store.datasets().put("d", Given.content("one"), "f1").version();
    assertThat(first).isEqualTo(new DatasetVersion("d", 1, hash("one"), "f1", clock.instant()));
    clock.step(Duration.ofMinutes(1));
    assertThat(store.datasets().put("d", Given.content("one"), "f1"))
        .isEqualTo(new DatasetStore.Put(first, false));
    DatasetVersion second = store.datasets().put("d", Given.content("two"), "f2").version();
    assertThat(second).isEqualTo(new DatasetVersion("d", 2, hash("two"), "f2", clock.instant()));
    store.datasets().put("c", Given.content("two"), "f2");
    reopen();
    assertThat(store.datasets().newest("d")).contains(second);
    assertThat(store.datasets().newest("none")).isEmpty();
    assertThat(store.datasets().all()).extracting(DatasetVersion::id).containsExactly("c", "d");
    assertThat(store.datasets().content(hash("one"))).isEmpty();
    assertThat(store.datasets().content(hash("two"))).contains(bytes("two"));
  }

  @Test
  void an_old_version_stays_as_long_as_an_allocation_rests_on_it() {
    store.datasets().put("d", Given.content("old"), "f");
    KeptJob kept = Given.accepted(allocations().submit(Given.of("ann", "s", "old"), Given.LIMITS));
    store.datasets().put("d", Given.content("new"), "f");
    assertThat(store.datasets().content(kept.datasetContent())).contains(bytes("old"));
  }

  @Test
  void uploads_at_once_are_versions_one_after_the_other() {
    List<DatasetStore.Put> puts =
        Together.run(8, n -> store.datasets().put("d", Given.content("v" + n), "f"));
    assertThat(puts)
        .extracting(put -> put.version().version())
        .containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(puts).filteredOn(DatasetStore.Put::isFirst).hasSize(1);
    assertThat(place.number("SELECT COUNT(*) FROM contents")).isEqualTo(1);
  }

  @Test
  void of_equal_uploads_at_once_one_is_the_first() {
    List<DatasetStore.Put> puts =
        Together.run(8, n -> store.datasets().put("d", Given.content("same"), "f"));
    assertThat(puts).allMatch(put -> put.version().version() == 1);
    assertThat(puts).filteredOn(DatasetStore.Put::isFirst).hasSize(1);
  }

  @Test
  void keys_are_found_until_they_are_revoked_and_have_names_of_their_own() {
    KeyStore.KeptKey zoe =
        new KeyStore.KeptKey("1", "zoe", KeyStore.Role.ADMIN, "hash", clock.instant());
    KeyStore.KeptKey ann =
        new KeyStore.KeptKey("2", "ann", KeyStore.Role.SOLVE, "hash", clock.instant());
    store.keys().add(zoe);
    store.keys().add(ann);
    reopen();
    assertThat(store.keys().find("1")).contains(zoe);
    assertThat(store.keys().all()).containsExactly(ann, zoe);
    KeyStore.KeptKey again =
        new KeyStore.KeptKey("3", "zoe", KeyStore.Role.READ, "other", clock.instant());
    assertThatThrownBy(() -> store.keys().add(again))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'zoe'");
    assertThat(store.keys().find("3")).isEmpty();
    assertThat(store.keys().revoke("1")).isTrue();
    assertThat(store.keys().revoke("1")).isFalse();
    assertThat(store.keys().find("1")).isEmpty();
    store.keys().add(again);
    assertThat(store.keys().all()).containsExactly(ann, again);
  }

  @Test
  void a_version_of_a_dataset_is_replaced_only_while_it_is_the_newest() {
    assertThat(store.datasets().replace("d", 1, Given.content("one"), "f1")).isEmpty();
    DatasetVersion first = store.datasets().put("d", Given.content("one"), "f1").version();
    assertThat(store.datasets().replace("d", 1, Given.content("one"), "f1")).contains(first);
    DatasetVersion second =
        store.datasets().replace("d", 1, Given.content("two"), "f2").orElseThrow();
    assertThat(second.version()).isEqualTo(2);
    assertThat(store.datasets().replace("d", 1, Given.content("three"), "f3")).isEmpty();
    assertThat(store.datasets().newest("d")).contains(second);
    assertThat(store.datasets().content(hash("one"))).isEmpty();
    assertThat(store.datasets().content(hash("three"))).isEmpty();
  }
}
