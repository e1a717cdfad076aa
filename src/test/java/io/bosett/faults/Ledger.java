package io.bosett.faults;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A record of all responses to callers, to be audited later. Thread-safe. */
final class Ledger {
  private final ConcurrentMap<String, Posting> open = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, String> idByName = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Told> told = new ConcurrentHashMap<>();
  private final List<String> contradictions = new CopyOnWriteArrayList<>();

  /**
   * A scenario to be posted.
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

  /** Records a request before it is sent; its outcome is open until the response. */
  void posting(Posting posting) {
    open.put(posting.name(), posting);
  }

  /** Records that the service has accepted the allocation. */
  void acknowledged(Posting posting, String id) {
    String before = idByName.putIfAbsent(posting.name(), id);
    if (before != null && !before.equals(id)) {
      contradictions.add(posting.name() + " is " + before + " and " + id);
    }
    open.remove(posting.name());
  }

  /** Records a refusal, after which the allocation must not exist. */
  void refused(Posting posting) {
    open.remove(posting.name());
  }

  /** Records the document of an ended allocation. */
  void ended(String id, Told now) {
    Told before = told.putIfAbsent(id, now);
    if (before != null && !Arrays.equals(before.result(), now.result())) {
      contradictions.add("the result of " + id + " has changed");
    }
    if (before != null && !Arrays.equals(before.document(), now.document())) {
      contradictions.add("the document of " + id + " has changed");
    }
  }

  /** Records a contradiction. */
  void contradiction(String what) {
    contradictions.add(what);
  }

  /** Scenarios posted without a response. */
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
