package io.bosett.program;

import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Collects the violations of one scenario. A violation known before suppresses further ones at the
 * same place, above or below it: what stands there is not what was meant.
 */
final class ViolationCollector {
  private final NavigableSet<String> known = new TreeSet<>();
  private final NavigableSet<String> places = new TreeSet<>();
  private final List<Violation> found = new ArrayList<>();

  ViolationCollector(List<Violation> known) {
    known.forEach(violation -> this.known.add(violation.pointer()));
    places.addAll(this.known);
  }

  /** Whether a violation, known before or found since, lies at this place, above or below it. */
  boolean at(String pointer) {
    return touches(places, pointer);
  }

  void add(String pointer, String detail, String allowed) {
    add(new Violation(pointer, detail, allowed));
  }

  void add(Violation violation) {
    if (!touches(known, violation.pointer())) {
      found.add(violation);
      places.add(violation.pointer());
    }
  }

  /** Whether there is no violation, neither known before nor found since. */
  boolean isEmpty() {
    return places.isEmpty();
  }

  /** The violations in the order in which they were found, without those known before. */
  List<Violation> found() {
    return List.copyOf(found);
  }

  private static boolean touches(NavigableSet<String> places, String pointer) {
    if (places.isEmpty()) {
      return false;
    }
    @Nullable String next = places.ceiling(pointer + "/");
    if (next != null && next.startsWith(pointer + "/")) {
      return true;
    }
    String place = pointer;
    while (!places.contains(place)) {
      if (place.isEmpty()) {
        return false;
      }
      place = place.substring(0, place.lastIndexOf('/'));
    }
    return true;
  }
}
