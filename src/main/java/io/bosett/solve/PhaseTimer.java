package io.bosett.solve;

import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** A stopwatch for wall time by phase, in seconds. */
final class PhaseTimer {
  private long start = System.nanoTime();
  private final SortedMap<String, Double> phases = new TreeMap<>();
  private long last = start;

  /** Counts a phase that ended before. */
  void add(String phase, Duration time) {
    phases.merge(phase, time.toNanos() / 1e9, Double::sum);
    start -= time.toNanos();
  }

  /** Ends a phase. */
  void lap(String phase) {
    long now = System.nanoTime();
    phases.merge(phase, (now - last) / 1e9, Double::sum);
    last = now;
  }

  /** All phases so far. */
  SortedMap<String, Double> phases() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(phases));
  }

  /** From the start to the end of the last phase. */
  double seconds() {
    return (last - start) / 1e9;
  }
}
