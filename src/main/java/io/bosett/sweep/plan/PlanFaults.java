package io.bosett.sweep.plan;

import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects the faults of a sweep that show only against its scenario, each once. */
final class PlanFaults {
  private final Map<Violation, Set<String>> found = new LinkedHashMap<>();
  private final Set<String> variants = new LinkedHashSet<>();
  private String variant = "";

  /** Says which variant of the scenario the faults that follow are about. */
  void in(String label) {
    variant = label;
    variants.add(label);
  }

  void add(String pointer, String detail, String allowed) {
    add(new Violation(pointer, detail, allowed));
  }

  void add(Violation fault) {
    found.computeIfAbsent(fault, one -> new LinkedHashSet<>()).add(variant);
  }

  /** All faults; one that not all variants have names the first that has it. */
  List<Violation> all() {
    List<Violation> all = new ArrayList<>();
    found.forEach((fault, where) -> all.add(where(fault, where)));
    return all;
  }

  private Violation where(Violation fault, Set<String> where) {
    String first = where.iterator().next();
    if (first.isEmpty() || where.size() == variants.size()) {
      return fault;
    }
    return fault.withDetail(fault.detail() + " (with " + first + ")");
  }
}
