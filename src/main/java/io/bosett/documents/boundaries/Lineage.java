package io.bosett.documents.boundaries;

import io.bosett.model.CodeChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which municipality became which: the changes of {@code changes.csv}, put one after another. */
public final class Lineage {
  private static final int EVER = 9999;

  private final NavigableMap<Integer, Map<String, List<CodeChange>>> byYear = new TreeMap<>();
  private final Map<String, Span> spans = new HashMap<>();

  public Lineage(Collection<CodeChange> changes) {
    for (CodeChange change : changes) {
      byYear
          .computeIfAbsent(change.year(), year -> new LinkedHashMap<>())
          .computeIfAbsent(change.oldCode(), code -> new ArrayList<>())
          .add(change);
    }
    byYear.forEach(this::spans);
  }

  /**
   * A part of what a municipality became.
   *
   * @param code of the municipality
   * @param weight the share, 1 for the whole; null when it is not known
   */
  public record Share(String code, @Nullable BigDecimal weight) {}

  /**
   * The years in which a code is valid.
   *
   * @param first the first, 0 when it was valid before all changes that are known
   * @param last the last, 9999 when it still is
   */
  public record Span(int first, int last) {
    static final Span ALWAYS = new Span(0, EVER);

    boolean holds(int year) {
      return first <= year && year <= last;
    }

    @Override
    public String toString() {
      if (first == 0) {
        return "until " + last;
      }
      return last == EVER ? "since " + first : first == last ? "of " + first : first + "-" + last;
    }
  }

  private void spans(int year, Map<String, List<CodeChange>> changes) {
    Set<String> after = new TreeSet<>();
    for (List<CodeChange> all : changes.values()) {
      for (CodeChange change : all) {
        after.add(change.newCode());
      }
    }
    for (String old : changes.keySet()) {
      Span span = span(old);
      boolean closes = !after.contains(old) && span.last == EVER;
      spans.put(old, closes ? new Span(span.first, year - 1) : span);
    }
    for (String code : after) {
      boolean continues = changes.containsKey(code) || span(code).last == EVER;
      if (!continues || !spans.containsKey(code)) {
        spans.put(code, new Span(year, EVER));
      }
    }
  }

  /** The years in which a code is valid, as far as the changes say. */
  public Span span(String code) {
    return spans.getOrDefault(code, Span.ALWAYS);
  }

  /** Whether any change names the code. */
  boolean isKnown(String code) {
    return spans.containsKey(code);
  }

  /** All codes that changes name. */
  Set<String> codes() {
    return new TreeSet<>(spans.keySet());
  }

  /** The name that the last change until a year gives a code, or null. */
  @Nullable String name(String code, int year) {
    String name = null;
    for (Map<String, List<CodeChange>> changes : byYear.headMap(year, true).values()) {
      for (List<CodeChange> all : changes.values()) {
        for (CodeChange change : all) {
          name = change.newCode().equals(code) ? change.newName() : name;
        }
      }
    }
    return name;
  }

  /** The first year in which all codes are valid, or null when there is none. */
  public @Nullable Integer yearOf(Collection<String> codes) {
    int first = 0;
    int last = EVER;
    for (String code : codes) {
      first = Math.max(first, span(code).first);
      last = Math.min(last, span(code).last);
    }
    if (first > last) {
      return null;
    }
    return first == 0 && last != EVER ? Integer.valueOf(last) : Integer.valueOf(first);
  }

  /** The first year with the boundaries of a year; 0 before all changes that are known. */
  public int since(int year) {
    Integer change = byYear.floorKey(year);
    return change == null ? 0 : change;
  }

  /** What a municipality of one year is in a later one, in parts. */
  public List<Share> forward(String code, int from, int to) {
    Map<String, Share> now = new LinkedHashMap<>();
    now.put(code, new Share(code, BigDecimal.ONE));
    byYear
        .subMap(from, false, Math.max(from, to), true)
        .forEach(
            (year, changes) -> {
              List<CodeChange> own = changes.get(code);
              Map<String, Share> next = new LinkedHashMap<>();
              if (own != null && span(code).last < year - 1) {
                own.forEach(change -> put(next, change, BigDecimal.ONE));
              } else {
                now.values().forEach(share -> step(share, changes, next));
              }
              now.clear();
              now.putAll(next);
            });
    return new ArrayList<>(now.values());
  }

  private static void step(
      Share share, Map<String, List<CodeChange>> changes, Map<String, Share> next) {
    List<CodeChange> own = changes.get(share.code);
    if (own == null) {
      add(next, share.code, share.weight);
    } else {
      own.forEach(change -> put(next, change, share.weight));
    }
  }

  private static void put(Map<String, Share> next, CodeChange change, @Nullable BigDecimal of) {
    BigDecimal weight = change.weight();
    add(next, change.newCode(), weight == null || of == null ? null : of.multiply(weight));
  }

  private static void add(Map<String, Share> next, String code, @Nullable BigDecimal weight) {
    next.merge(
        code,
        new Share(code, weight),
        (a, b) ->
            new Share(code, a.weight == null || b.weight == null ? null : a.weight.add(b.weight)));
  }

  /** What a municipality of one year is in another when it is the same territory, else null. */
  public @Nullable String same(String code, int from, int to, Collection<String> targets) {
    if (from <= to) {
      List<Share> shares = forward(code, from, to);
      boolean whole = shares.size() == 1 && isOne(shares.get(0));
      return whole && sources(shares.get(0).code, from, to).equals(Set.of(code))
          ? shares.get(0).code
          : null;
    }
    Set<String> sources = sources(code, to, from);
    if (sources.size() != 1) {
      return null;
    }
    String source = sources.iterator().next();
    List<Share> shares = forward(source, to, from);
    boolean whole = shares.size() == 1 && isOne(shares.get(0)) && shares.get(0).code.equals(code);
    return whole && targets.contains(source) ? source : null;
  }

  private static boolean isOne(Share share) {
    return share.weight != null && share.weight.compareTo(BigDecimal.ONE) == 0;
  }

  /** The municipalities of an earlier year of which one of a later year has a part. */
  public Set<String> sources(String code, int from, int to) {
    Set<String> sources = new LinkedHashSet<>();
    Set<String> all = codes();
    all.add(code);
    for (String candidate : all) {
      if (span(candidate).holds(from)) {
        for (Share share : forward(candidate, from, to)) {
          if (share.code.equals(code)) {
            sources.add(candidate);
          }
        }
      }
    }
    return sources;
  }
}
