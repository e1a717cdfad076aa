package io.bosett.documents.boundaries;

import io.bosett.documents.boundaries.Lineage.Share;
import io.bosett.documents.dataset.DatasetCatalog;
import io.bosett.documents.dataset.HistoryFiles;
import io.bosett.model.CodeChange;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Older codes of municipalities as those of a later year: where one became one, or several became
 * one, the new code; where one was divided, all that it became.
 *
 * @param moved old code to new code
 * @param divided old code to the new codes among which nobody can choose
 */
public record Renumbering(Map<String, String> moved, Map<String, List<String>> divided) {
  private static final int SHOWN = 12;

  public Renumbering {
    moved = new TreeMap<>(moved);
    divided = new TreeMap<>(divided);
  }

  /**
   * What the codes are among those of a later year.
   *
   * @param codes of any year
   * @param later municipalities, by which the year is found
   * @param known changes that are tried before those of the datasets that ship
   */
  public static Renumbering of(
      Collection<String> codes, Collection<String> later, Collection<List<CodeChange>> known) {
    Set<String> foreign = new TreeSet<>(codes);
    foreign.removeAll(later);
    Map<String, String> moved = new TreeMap<>();
    Map<String, List<String>> divided = new TreeMap<>();
    Lineage lineage = foreign.isEmpty() ? null : lineage(foreign, known);
    Integer year = lineage == null ? null : lineage.yearOf(later);
    if (lineage != null && year != null) {
      for (String code : foreign) {
        Lineage.Span span = lineage.span(code);
        if (lineage.isKnown(code) && span.last() < year) {
          List<Share> shares = lineage.forward(code, span.last(), year);
          if (shares.size() == 1 && isWhole(shares.get(0))) {
            moved.put(code, shares.get(0).code());
          } else {
            divided.put(code, shares.stream().map(Share::code).sorted().toList());
          }
        }
      }
    }
    return new Renumbering(moved, divided);
  }

  private static boolean isWhole(Share share) {
    return share.weight() != null && share.weight().compareTo(BigDecimal.ONE) == 0;
  }

  /** The first lineage that knows one of the codes, or null. */
  private static @Nullable Lineage lineage(Set<String> codes, Collection<List<CodeChange>> known) {
    for (List<CodeChange> changes : known) {
      Lineage lineage = new Lineage(changes);
      if (codes.stream().anyMatch(lineage::isKnown)) {
        return lineage;
      }
    }
    for (String id : DatasetCatalog.shippedIds()) {
      Lineage lineage = new Lineage(HistoryFiles.shippedChanges(id));
      if (codes.stream().anyMatch(lineage::isKnown)) {
        return lineage;
      }
    }
    return null;
  }

  /** Whether there is nothing to move and nothing divided. */
  public boolean isEmpty() {
    return moved.isEmpty() && divided.isEmpty();
  }

  /** All codes that move, for people. */
  public String shown() {
    return shown(moved.keySet());
  }

  /** Some of the codes that move, for people. */
  String shown(Collection<String> codes) {
    String some =
        moved.entrySet().stream()
            .filter(entry -> codes.contains(entry.getKey()))
            .limit(SHOWN)
            .map(entry -> entry.getKey() + " is " + entry.getValue())
            .collect(Collectors.joining(", "));
    return codes.size() > SHOWN ? some + " and " + (codes.size() - SHOWN) + " more" : some;
  }
}
