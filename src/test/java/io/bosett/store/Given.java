package io.bosett.store;

import io.bosett.model.Result;
import io.bosett.store.AllocationStore.QueueLimits;
import io.bosett.store.AllocationStore.Submission;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Sample allocations for submission. */
public final class Given {
  static final QueueLimits LIMITS = new QueueLimits(100_000, 100_000);
  static final Duration LEASE = Duration.ofMinutes(1);
  private static final AtomicLong NUMBER = new AtomicLong();

  private Given() {}

  /** A text of so many characters that hardly compresses. */
  static String noise(int length) {
    return new Random(length)
        .ints(length, 'a', 'z' + 1)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  static String id() {
    return "id-" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
  }

  static Content content(String text) {
    return Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  static NewAllocation of(String caller) {
    return new NewAllocation(
        id(),
        caller,
        null,
        null,
        "A name",
        "decomposition",
        content("{\"scenario\":1}"),
        content("{\"dataset\":1}"),
        "norway",
        "scenario-hash",
        "figures-hash",
        "1.0",
        null);
  }

  static NewAllocation of(String caller, String scenario, @Nullable String dataset) {
    NewAllocation a = of(caller);
    return new NewAllocation(
        a.id(),
        caller,
        null,
        null,
        a.name(),
        a.solver(),
        content(scenario),
        dataset == null ? null : content(dataset),
        dataset == null ? null : "norway",
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewAllocation from(String scenarioId, String solver) {
    NewAllocation a = of("ann");
    return new NewAllocation(
        a.id(),
        a.caller(),
        null,
        scenarioId,
        a.name(),
        solver,
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewAllocation keyed(String caller, String key, String requestHash) {
    NewAllocation a = of(caller);
    return new NewAllocation(
        a.id(),
        caller,
        new NewAllocation.Idempotency(key, requestHash),
        null,
        a.name(),
        a.solver(),
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewAllocation claimed(String caller, String owner, Duration lease) {
    return claimed(of(caller), new NewAllocation.Claim(owner, lease.toMillis()));
  }

  static NewAllocation claimedBy(String owner, NewAllocation a) {
    return claimed(a, new NewAllocation.Claim(owner, LEASE.toMillis()));
  }

  private static NewAllocation claimed(NewAllocation a, NewAllocation.Claim claim) {
    return new NewAllocation(
        a.id(),
        a.caller(),
        null,
        null,
        a.name(),
        a.solver(),
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        claim);
  }

  static KeptAllocation accepted(Submission submission) {
    return ((Submission.Accepted) submission).allocation();
  }

  public static KeptAllocation submit(Store store, String caller) {
    return accepted(store.allocations().submit(of(caller), LIMITS));
  }

  static Outcome success(String result) {
    return new Outcome(
        JobState.SUCCEEDED,
        Result.Status.OPTIMAL,
        result.getBytes(StandardCharsets.UTF_8),
        "{\"persons\":1}",
        null,
        "said\n",
        new SolveProgress(7, 1_000_000L, 1_000_001L, 42),
        "1.1");
  }

  static Outcome failure(String why) {
    return new Outcome(JobState.FAILED, null, null, null, why, "", SolveProgress.NONE, "1.1");
  }
}
