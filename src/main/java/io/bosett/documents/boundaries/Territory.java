package io.bosett.documents.boundaries;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Which municipalities of an earlier year went into which of a later one. */
final class Territory {
  private final Map<String, List<Lineage.Share>> shares = new LinkedHashMap<>();
  private final NavigableMap<String, List<String>> sources = new TreeMap<>();

  Territory(Lineage lineage, Collection<String> codes, int from, int to) {
    for (String code : codes) {
      List<Lineage.Share> parts = lineage.forward(code, from, to);
      shares.put(code, parts);
      for (Lineage.Share part : parts) {
        sources.computeIfAbsent(part.code(), c -> new ArrayList<>()).add(code);
      }
    }
  }

  /** The codes of the later year. */
  Collection<String> codes() {
    return sources.keySet();
  }

  /** What became of a municipality. */
  List<Lineage.Share> shares(String old) {
    return shares.getOrDefault(old, List.of());
  }

  /** Whose territory a later municipality is. */
  List<String> sources(String code) {
    return sources.getOrDefault(code, List.of());
  }

  /** Whether a municipality went whole to one that has nothing else. */
  boolean isSame(String old) {
    List<Lineage.Share> parts = shares(old);
    return parts.size() == 1 && sources(parts.get(0).code()).size() == 1;
  }

  /** Whether it was divided and nobody knows by which shares. */
  boolean isUnknown(String old) {
    return shares(old).stream().anyMatch(share -> share.weight() == null);
  }
}
