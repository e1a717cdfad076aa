package io.bosett.store.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.bosett.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a failure of a group means for each of its transactions. */
final class GroupFailuresTest {
  private static final int FOLLOWERS = 5;

  private final Handle handle = Jdbi.create("jdbc:sqlite::memory:").open();
  private final CountDownLatch release = new CountDownLatch(1);
  private final AtomicInteger runs = new AtomicInteger();
  private GroupCommit.Committer committer = (durable, body) -> body.accept(handle);

  private final GroupCommit group =
      new GroupCommit(
          (durable, body) -> committer.commit(durable, body),
          failure -> failure instanceof StoreUnavailableException);

  @AfterEach
  void close() {
    release.countDown();
    handle.close();
  }

  /** Transactions that wait for one that is being written, and so make up the next group. */
  private List<CompletableFuture<Integer>> followers() {
    CompletableFuture<Integer> first =
        CompletableFuture.supplyAsync(
            () ->
                group.write(
                    h -> {
                      await().until(() -> release.getCount() == 0);
                      return 0;
                    },
                    true),
            command -> new Thread(command).start());
    await().until(() -> group.load() == 1);
    List<CompletableFuture<Integer>> followers = new ArrayList<>();
    for (int i = 1; i <= FOLLOWERS; i++) {
      int number = i;
      followers.add(
          CompletableFuture.supplyAsync(
              () ->
                  group.write(
                      h -> {
                        runs.incrementAndGet();
                        return number;
                      },
                      true),
              command -> new Thread(command).start()));
    }
    await().until(() -> group.load() == 1 + FOLLOWERS);
    assertThat(first).isNotDone();
    return followers;
  }

  @Test
  void when_the_database_is_lost_at_the_commit_all_hear_it_and_nothing_runs_again() {
    List<CompletableFuture<Integer>> followers = followers();
    AtomicInteger commits = new AtomicInteger();
    committer =
        (durable, body) -> {
          body.accept(handle);
          commits.incrementAndGet();
          throw new StoreUnavailableException("gone", null);
        };
    release.countDown();
    for (CompletableFuture<Integer> follower : followers) {
      assertThatThrownBy(follower::join)
          .isInstanceOf(CompletionException.class)
          .hasRootCauseMessage("gone");
    }
    assertThat(runs.get()).isEqualTo(FOLLOWERS);
    assertThat(commits.get()).isEqualTo(1);
  }

  @Test
  void when_the_database_is_lost_while_each_is_tried_alone_the_rest_is_not_tried() {
    List<CompletableFuture<Integer>> followers = followers();
    AtomicInteger commits = new AtomicInteger();
    committer =
        (durable, body) -> {
          if (commits.incrementAndGet() == 1) {
            throw new IllegalStateException("one of them");
          } else if (commits.get() == 4) {
            throw new StoreUnavailableException("gone", null);
          }
          body.accept(handle);
        };
    release.countDown();
    int succeeded = 0;
    for (CompletableFuture<Integer> follower : followers) {
      try {
        assertThat(follower.join()).isPositive();
        succeeded++;
      } catch (CompletionException e) {
        assertThat(e).hasRootCauseMessage("gone");
      }
    }
    assertThat(succeeded).isEqualTo(2);
    assertThat(commits.get()).isEqualTo(4);
    assertThat(runs.get()).isEqualTo(2);
  }

  @Test
  void nobody_is_told_the_result_of_a_run_that_was_rolled_back() {
    List<CompletableFuture<Integer>> followers = followers();
    AtomicBoolean ran = new AtomicBoolean();
    committer =
        (durable, body) -> {
          if (ran.compareAndSet(false, true)) {
            body.accept(handle); // and rolled back
          }
          throw new OutOfMemoryError("on purpose");
        };
    release.countDown();
    for (CompletableFuture<Integer> follower : followers) {
      assertThatThrownBy(follower::join).hasRootCauseInstanceOf(OutOfMemoryError.class);
    }
    committer = (durable, body) -> body.accept(handle);
    assertThat(group.<Integer>write(h -> 7, true)).isEqualTo(7);
  }

  @Test
  void an_interrupt_of_the_leader_is_not_that_of_the_writes_and_is_kept() {
    AtomicBoolean seen = new AtomicBoolean();
    Consumer<Handle> look = h -> seen.set(Thread.currentThread().isInterrupted());
    Thread.currentThread().interrupt();
    int result =
        group.write(
            h -> {
              look.accept(h);
              return 3;
            },
            true);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(seen).isFalse();
    assertThat(result).isEqualTo(3);
  }
}
