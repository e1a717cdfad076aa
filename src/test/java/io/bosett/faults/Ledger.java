package io.bosett.faults;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What callers were told, to be held against the service later. Safe for use from many threads. */
final class Ledger {
  private final ConcurrentMap<String, Posting> open = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> idByName = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Told> told = new ConcurrentHashMap<>();
  private final List<String> contradictions = new CopyOnWriteArrayList<>();

  /**
   * A scenario on its way.
   *
   * @param name of the scenario, unique, also the idempotency key
   * @param body the document
   */
  record Posting(String name, byte[] body) {}

  /**
   * An allocation that has ended, byte for byte.
   *
   * @param document the small one
   * @param result the whole one
   */
  record Told(byte[] document, byte[] result) {}

  /** A scenario is about to be posted; whether it will be kept is open until it is answered. */
  void posting(Posting posting) {
    open.put(posting.name(), posting);
  }

  /** The service has said that it keeps the allocation. */
  void acknowledged(Posting posting, String id) {
    String before = idByName.putIfAbsent(posting.name(), id);
    if (before != null && !before.equals(id)) {
      contradictions.add(posting.name() + " is " + before + " and " + id);
    }
    open.remove(posting.name());
  }

  /** The service has refused it, so that it must not be there. */
  void refused(Posting posting) {
    open.remove(posting.name());
  }

  /** The service has given out an allocation that has ended. */
  void ended(String id, Told now) {
    Told before = told.putIfAbsent(id, now);
    if (before != null && !Arrays.equals(before.result(), now.result())) {
      contradictions.add("the result of " + id + " has changed");
    }
    if (before != null && !Arrays.equals(before.document(), now.document())) {
      contradictions.add("the document of " + id + " has changed");
    }
  }

  /** Something else that must not be. */
  void contradiction(String what) {
    contradictions.add(what);
  }

  /** Scenarios posted of which nobody said what became of them. */
  List<Posting> open() {
    return List.copyOf(open.values());
  }

  /** The ids that were given out, by the scenario's name. */
  Map<String, String> acknowledged() {
    return Collections.unmodifiableMap(idByName);
  }

  /** The ids of those of which the end was given out. */
  Set<String> ended() {
    return Collections.unmodifiableSet(told.keySet());
  }

  /** The same with what was given out. */
  Map<String, Told> told() {
    return Collections.unmodifiableMap(told);
  }

  List<String> contradictions() {
    return List.copyOf(contradictions);
  }
}
