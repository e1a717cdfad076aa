package io.bosett.service.kept;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps what was used last, up to a weight and a number. Safe for use from many threads. */
final class LruCache<T> {
  private static final float LOAD = 0.75f;

  private final long mostWeight;
  private final int most;
  private final Map<String, Weighed<T>> byKey = new LinkedHashMap<>(16, LOAD, true);
  private long weight;

  /**
   * @param mostWeight of all values together
   * @param most values, however light they are
   */
  LruCache(long mostWeight, int most) {
    this.mostWeight = mostWeight;
    this.most = most;
  }

  private record Weighed<T>(T value, long weight) {}

  synchronized Optional<T> get(String key) {
    Weighed<T> found = byKey.get(key);
    return found == null ? Optional.empty() : Optional.of(found.value);
  }

  /** Keeps a value, unless it alone is too heavy, and drops those used the longest time ago. */
  synchronized void put(String key, T value, long itsWeight) {
    if (itsWeight > mostWeight) {
      return;
    }
    Weighed<T> before = byKey.put(key, new Weighed<>(value, itsWeight));
    weight += itsWeight - (before == null ? 0 : before.weight);
    Iterator<Weighed<T>> oldest = byKey.values().iterator();
    while (weight > mostWeight || byKey.size() > most) {
      weight -= oldest.next().weight;
      oldest.remove();
    }
  }

  synchronized int size() {
    return byKey.size();
  }
}
