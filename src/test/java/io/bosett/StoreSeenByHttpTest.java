package io.bosett;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import io.bosett.store.DatasetStore;
import io.bosett.store.JobStore;
import io.bosett.store.KeyStore;
import io.bosett.store.ScenarioStore;
import io.bosett.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * HTTP reads what is kept by the interfaces of {@code store}, and has queues, datasets and keys
 * changed by {@code service}, which has their rules. A scenario has no rule beyond its own row, so
 * it is created, replaced and deleted here.
 */
final class StoreSeenByHttpTest {
  private static final List<Class<?>> STORES =
      List.of(Store.class, DatasetStore.class, JobStore.class, KeyStore.class, ScenarioStore.class);

  /** What is called of them; one that is called no more fails too. */
  private static final Set<String> CALLED =
      Set.of(
          "DatasetStore.document",
          "JobStore.counts",
          "JobStore.deleteEndedBefore", // on the schedule of the settings
          "JobStore.log",
          "JobStore.page",
          "JobStore.rendering",
          "JobStore.result",
          "JobStore.resultDocument",
          "JobStore.scenario",
          "JobStore.scenarioDocument",
          "KeyStore.all",
          "ScenarioStore.create",
          "ScenarioStore.delete",
          "ScenarioStore.document",
          "ScenarioStore.find",
          "ScenarioStore.page",
          "ScenarioStore.replace",
          "Store.allocations",
          "Store.close",
          "Store.datasets",
          "Store.isAvailable",
          "Store.jobs",
          "Store.keys",
          "Store.scenarios");

  @Test
  void http_reads_what_is_kept_and_changes_nothing_but_scenarios() {
    Set<String> called = new TreeSet<>();
    for (JavaClass one : ArchitectureTest.CLASSES) {
      if ((one.getPackageName() + ".").startsWith("io.bosett.http.")) {
        for (JavaAccess<?> access : one.getAccessesFromSelf()) {
          JavaClass owner = access.getTargetOwner();
          if (STORES.stream().anyMatch(owner::isEquivalentTo)) {
            called.add(owner.getSimpleName() + "." + access.getName());
          }
        }
      }
    }
    assertThat(called).isEqualTo(new TreeSet<>(CALLED));
  }
}
