package io.bosett.program;

import io.bosett.model.Violation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order of violations in a scenario document: fields as in the example of {@code
 * models/problem.md} ("The scenario document"), elements of a list by their index, anything else by
 * name.
 */
final class DocumentOrder {
  static final Comparator<Violation> OF_VIOLATIONS =
      Comparator.comparing(Violation::pointer, DocumentOrder::compare);

  private static final List<String> FIELDS =
      List.of(
          "name",
          "dataset",
          "id",
          "weight",
          "base",
          "tilt",
          "county",
          "municipality",
          "municipalities",
          "indicator",
          "indicators",
          "year",
          "years",
          "from",
          "to",
          "halfLife",
          "power",
          "strength",
          "shrink",
          "count",
          "prior",
          "missing",
          "demand",
          "settledIn",
          "include",
          "exclude",
          "candidates",
          "selection",
          "share",
          "tolerance",
          "value",
          "places",
          "minimum",
          "maximumShareOf",
          "maximumPer1000",
          "persons",
          "minors",
          "minimumGroup",
          "maximumShare",
          "maximum",
          "selected",
          "atLeast",
          "atMost",
          "criteria",
          "fit",
          "regions",
          "fixed",
          "previous",
          "allocation",
          "costPerPersonMoved",
          "costPerSwitch",
          "solver");

  private static final Map<String, Integer> RANKS = new HashMap<>();

  static {
    FIELDS.forEach(field -> RANKS.put(field, RANKS.size()));
  }

  private DocumentOrder() {}

  private static int compare(String a, String b) {
    String[] p = a.split("/", -1);
    String[] q = b.split("/", -1);
    for (int i = 0; i < Math.min(p.length, q.length); i++) {
      int order = compareTokens(p[i], q[i]);
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(p.length, q.length);
  }

  private static int compareTokens(String a, String b) {
    if (isIndex(a) && isIndex(b)) {
      int order = Integer.compare(a.length(), b.length());
      return order != 0 ? order : a.compareTo(b);
    }
    int order = Integer.compare(rank(a), rank(b));
    return order != 0 ? order : a.compareTo(b);
  }

  private static int rank(String field) {
    return RANKS.getOrDefault(field, RANKS.size());
  }

  private static boolean isIndex(String token) {
    return !token.isEmpty() && token.chars().allMatch(c -> '0' <= c && c <= '9');
  }
}
