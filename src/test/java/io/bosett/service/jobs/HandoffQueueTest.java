package io.bosett.service.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.faults.Letters;
import io.bosett.service.ScenarioLoader;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.Given;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The queue in memory takes as much as it has room for, and gives up what waits for too long. */
final class HandoffQueueTest {
  private static final CompiledProblem LETTER =
      CompiledProblem.of(ScenarioLoader.problem(Letters.letter(), DatasetCatalog.shipped()));

  private static DeferredSubmission letter() {
    return new DeferredSubmission(Given.of("ann"), LETTER);
  }

  @Test
  void there_is_room_by_the_size_of_problems_and_again_when_one_has_left() {
    int size = letter().size();
    assertThat(size).isGreaterThan(LETTER.candidates());
    HandoffQueue queue = new HandoffQueue(3L * size);
    List<DeferredSubmission> jobs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      jobs.add(letter());
      assertThat(queue.offer(jobs.get(i))).isTrue();
    }
    assertThat(queue.offer(letter())).isFalse();
    assertThat(queue.take(jobs.get(1))).isTrue();
    assertThat(queue.take(jobs.get(1))).isFalse();
    DeferredSubmission late = letter();
    assertThat(queue.offer(late)).isTrue();
    assertThat(queue.offer(letter())).isFalse();
    assertThat(queue.poll()).isSameAs(jobs.get(0));
    assertThat(queue.poll()).isSameAs(jobs.get(2));
    assertThat(queue.poll()).isSameAs(late);
    assertThat(queue.poll()).isNull();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void a_job_larger_than_the_queue_never_waits_in_it() {
    HandoffQueue queue = new HandoffQueue(letter().size() - 1L);
    assertThat(queue.offer(letter())).isFalse();
    assertThat(queue.isEmpty()).isTrue();
  }

  @Test
  void the_first_is_overdue_when_it_has_waited_for_the_longest_time_and_no_other_before_it() {
    HandoffQueue queue = new HandoffQueue(Integer.MAX_VALUE);
    DeferredSubmission first = letter();
    queue.offer(first);
    assertThat(queue.pollOverdue()).isNull();
    await().until(() -> first.age().compareTo(HandoffQueue.LONGEST) > 0);
    DeferredSubmission second = letter();
    queue.offer(second);
    assertThat(queue.pollOverdue()).isSameAs(first);
    assertThat(queue.pollOverdue()).isNull();
    assertThat(queue.poll()).isSameAs(second);
  }
}
