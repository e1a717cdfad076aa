package io.bosett.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A collector of findings, with comparisons of claimed and recomputed values. */
final class Findings {
  /** Tolerance for doubles, as documents may be rounded; relative above 1. */
  static final double TOLERANCE = 1e-6;

  private final List<Finding> found = new ArrayList<>();

  void add(String pointer, String text) {
    found.add(new Finding(pointer, text));
  }

  /** Compares whole numbers, texts and lists, which must be equal. */
  void same(String pointer, String what, @Nullable Object claimed, @Nullable Object recomputed) {
    if (!Objects.equals(claimed, recomputed)) {
      add(pointer, what + " is given as " + claimed + ", recomputed " + recomputed);
    }
  }

  /** Likewise a field of a place, whose pointer is made up only when it is needed. */
  void samePlace(
      int place, String field, String what, @Nullable Object claimed, @Nullable Object recomputed) {
    if (!Objects.equals(claimed, recomputed)) {
      same("/places/" + place + "/" + field, what, claimed, recomputed);
    }
  }

  /** Compares doubles, which must be equal up to rounding. */
  void near(String pointer, String what, double claimed, double recomputed) {
    if (!isNear(claimed, recomputed)) {
      add(pointer, what + " is given as " + claimed + ", recomputed " + recomputed);
    }
  }

  static boolean isNear(double claimed, double recomputed) {
    return Math.abs(claimed - recomputed) <= TOLERANCE * Math.max(1, Math.abs(recomputed));
  }

  int count() {
    return found.size();
  }

  List<Finding> all() {
    return List.copyOf(found);
  }
}
