package io.bosett.service.kept;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** An LRU cache bounded by total weight and number of entries. Thread-safe. */
final class LruCache<T> {
  private static final float LOAD = 0.75f;

  private final long mostWeight;
  private final int most;
  private final Map<String, Weighed<T>> byKey = new LinkedHashMap<>(16, LOAD, true);
  private long weight;

  /**
   * @param mostWeight limit on the weight of all values together
   * @param most limit on the number of values
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

  /** Adds a value, unless it alone exceeds the limit, and evicts the least recently used. */
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
