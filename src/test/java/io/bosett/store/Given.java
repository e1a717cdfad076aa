package io.bosett.store;

import io.bosett.model.Result;
import io.bosett.store.JobStore.QueueLimits;
import io.bosett.store.JobStore.Submission;
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

  public static NewJob of(String caller) {
    return new NewJob(
        id(),
        caller,
        null,
        null,
        "A name",
        "decomposition",
        JobTask.NONE,
        content("{\"scenario\":1}"),
        content("{\"dataset\":1}"),
        "norway",
        "scenario-hash",
        "figures-hash",
        "1.0",
        null);
  }

  static NewJob of(String caller, String scenario, @Nullable String dataset) {
    NewJob a = of(caller);
    return new NewJob(
        a.id(),
        caller,
        null,
        null,
        a.name(),
        a.solver(),
        a.task(),
        content(scenario),
        dataset == null ? null : content(dataset),
        dataset == null ? null : "norway",
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewJob from(String scenarioId, String solver) {
    NewJob a = of("ann");
    return new NewJob(
        a.id(),
        a.caller(),
        null,
        scenarioId,
        a.name(),
        solver,
        a.task(),
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewJob keyed(String caller, String key, String requestHash) {
    NewJob a = of(caller);
    return new NewJob(
        a.id(),
        caller,
        new NewJob.Idempotency(key, requestHash),
        null,
        a.name(),
        a.solver(),
        a.task(),
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        null);
  }

  static NewJob claimed(String caller, String owner, Duration lease) {
    return claimed(of(caller), new NewJob.Claim(owner, lease.toMillis()));
  }

  static NewJob claimedBy(String owner, NewJob a) {
    return claimed(a, new NewJob.Claim(owner, LEASE.toMillis()));
  }

  private static NewJob claimed(NewJob a, NewJob.Claim claim) {
    return new NewJob(
        a.id(),
        a.caller(),
        null,
        null,
        a.name(),
        a.solver(),
        a.task(),
        a.scenario(),
        a.dataset(),
        a.datasetId(),
        a.scenarioHash(),
        a.figuresHash(),
        a.version(),
        claim);
  }

  static KeptJob accepted(Submission submission) {
    return ((Submission.Accepted) submission).job();
  }

  public static KeptJob submit(Store store, String caller) {
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
        new JobProgress(7, 1_000_000L, 1_000_001L, 42),
        "1.1");
  }

  static Outcome failure(String why) {
    return new Outcome(JobState.FAILED, null, null, null, why, "", JobProgress.NONE, "1.1");
  }
}
