package io.bosett.benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The last allocations that have ended with an answer to look at. Safe for use from many threads.
 */
final class Recent {
  private static final int MOST = 2_000;

  private final List<String> ids = new ArrayList<>();
  private int next;

  synchronized void add(String id, boolean worthReading) {
    if (!worthReading) {
      return;
    }
    if (ids.size() < MOST) {
      ids.add(id);
    } else {
      ids.set(next++ % MOST, id);
    }
  }

  synchronized boolean isEmpty() {
    return ids.isEmpty();
  }

  synchronized String id(SplittableRandom random) {
    return ids.get(random.nextInt(ids.size()));
  }

  String path(SplittableRandom random) {
    return "/v1/allocations/" + id(random);
  }
}
