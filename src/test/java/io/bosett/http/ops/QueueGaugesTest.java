package io.bosett.http.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.bosett.http.Reply;
import io.bosett.http.Running;
import io.bosett.http.Samples;
import io.bosett.http.settings.ServerSettings;
import io.bosett.service.jobs.QueueSettings;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What happens when more is asked than can be solved. */
@Tag("slow")
final class QueueGaugesTest {
  private static QueueSettings allocations(int threads, int waiting) {
    QueueSettings usual = Running.QUEUE;
    return new QueueSettings(
        threads,
        1,
        waiting,
        waiting,
        usual.longestSolve(),
        usual.municipalities(),
        usual.criteria(),
        usual.regions(),
        usual.retries(),
        usual.lease(),
        usual.version());
  }

  @Test
  void who_comes_when_the_queue_is_full_is_told_when_to_come_again() {
    try (Running service = Running.start(allocations(1, 1), Running.SETTINGS)) {
      String running = submit(service).is(202).header("Location");
      String waiting = submit(service).is(202).header("Location");
      Reply refused = submit(service).isProblem(429, "too-many-requests");
      assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 60);
      assertThat(service.get(waiting).at("/state")).isEqualTo("QUEUED");
      assertThat(service.post(waiting + "/cancel", "").is(202).at("/state")).isEqualTo("CANCELED");
      service.get(waiting + "/result").isProblem(409, "no-result");
      submit(service).is(202);
      service.post(running + "/cancel", "").is(202);
    }
  }

  private static Reply submit(Running service) {
    return service.post("/v1/allocations", Samples.endless(), "Prefer", "respond-async");
  }

  @Test
  void a_caller_may_wait_longer_than_a_connection_may_idle() {
    Duration second = Duration.ofSeconds(1);
    ServerSettings settings = Running.SETTINGS.withTimes(second, second, second);
    try (Running service = Running.start(allocations(1, 10), settings)) {
      String first = submit(service).is(202).header("Location");
      Reply reply =
          service.post("/v1/allocations", Samples.THREE_PLACES, "Prefer", "wait=3").is(202);
      assertThat(reply.at("/state")).isEqualTo("QUEUED");
      service.post(first + "/cancel", "").is(202);
    }
  }
}
