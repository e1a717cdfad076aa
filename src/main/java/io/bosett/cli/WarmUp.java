package io.bosett.cli;

import io.bosett.service.jobs.AllocationService;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.jobs.Submission;
import io.bosett.store.JobStore;
import io.bosett.store.KeptJob;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Warms the just-in-time compiler up: submits, solves, checks and stores the letter many times in a
 * temporary store, so that the first requests run compiled code.
 */
final class WarmUp {
  private static final int ROUNDS = 200;

  private final byte[] letter;
  private final long end;

  private WarmUp(byte[] letter, long end) {
    this.letter = letter;
    this.end = end;
  }

  /**
   * Warms up; without a place for temporary files not at all, for that is no reason not to start.
   */
  static void run(Duration longest, String version) throws IOException, InterruptedException {
    if (longest.isZero()) {
      return;
    }
    new WarmUp(DemoLetter.read(), System.nanoTime() + longest.toNanos()).run(version);
  }

  private void run(String version) throws InterruptedException {
    try {
      Path folder = Files.createTempDirectory("bosett-warm-up-");
      try (Store store = Stores.embedded(folder, Clock.systemUTC());
          AllocationService service =
              AllocationService.open(store, QueueSettings.defaults(version))) {
        solve(service);
      } finally {
        delete(folder);
      }
    } catch (IOException | StoreUnavailableException e) {
      return;
    }
  }

  private void solve(AllocationService service) throws InterruptedException {
    try {
      for (int i = 0; i < ROUNDS && System.nanoTime() < end; i++) {
        var stored = service.submitAwaited(new Submission(letter, null, "", null));
        KeptJob kept = ((JobStore.Submission.Accepted) get(stored)).job();
        if (!kept.state().isEnded()) {
          get(service.ended(kept.id()));
        }
      }
    } catch (TimeoutException e) {
      return;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the letter was not solved", e);
    }
  }

  private <T> T get(CompletableFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(Math.max(1, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
      for (Path path : deepestFirst) {
        Files.delete(path);
      }
    }
  }
}
