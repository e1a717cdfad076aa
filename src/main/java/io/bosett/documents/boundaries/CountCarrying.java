package io.bosett.documents.boundaries;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Carries counts over: parts are summed, what was divided is divided by its shares. The sum of all
 * numbers is kept, but for what was divided without a known share: that stays empty, and is listed.
 */
final class CountCarrying {
  private final Territory territory;
  private final Carried.Column column;
  private final Carried carried;
  private final Map<String, List<Contribution>> parts = new TreeMap<>();
  private final Map<String, Undivided> undivided = new LinkedHashMap<>();
  private final Set<String> incomplete = new TreeSet<>();

  CountCarrying(Territory territory, Carried.Column column, Carried carried) {
    this.territory = territory;
    this.column = column;
    this.carried = carried;
  }

  /** What belongs to several municipalities together. */
  private record Undivided(List<String> from, BigDecimal sum) {}

  /**
   * Carries one column over.
   *
   * @param figures by old code; null when suppressed
   */
  void carry(Map<String, @Nullable BigDecimal> figures) {
    figures.forEach(this::divide);
    absorbNeighbours();
    territory.codes().forEach(this::combine);
    undivided.forEach(
        (targets, what) ->
            carried.list(
                column,
                targets
                    + " stay empty; together they have "
                    + what.sum.toPlainString()
                    + ", from "
                    + String.join(", ", what.from)));
  }

  private void divide(String old, @Nullable BigDecimal figure) {
    List<Lineage.Share> shares = territory.shares(old);
    if (territory.isUnknown(old)) {
      List<String> targets = shares.stream().map(Lineage.Share::code).sorted().toList();
      incomplete.addAll(targets);
      list(targets, List.of(old), figure == null ? BigDecimal.ZERO : figure);
      return;
    }
    List<BigDecimal> weights = new ArrayList<>();
    shares.forEach(share -> weights.add(share.weight() == null ? BigDecimal.ZERO : share.weight()));
    List<BigDecimal> divided =
        figure == null ? List.of() : LargestRemainder.divide(figure, weights);
    for (int i = 0; i < shares.size(); i++) {
      BigDecimal part = figure == null ? null : divided.get(i);
      parts
          .computeIfAbsent(shares.get(i).code(), code -> new ArrayList<>())
          .add(new Contribution(old, part, shares.size() == 1));
    }
  }

  private void list(List<String> targets, List<String> from, BigDecimal figure) {
    undivided.merge(
        String.join(", ", targets),
        new Undivided(from, figure),
        (a, b) -> {
          List<String> all = new ArrayList<>(a.from);
          all.addAll(b.from);
          return new Undivided(all, a.sum.add(b.sum));
        });
  }

  /** Known parts of municipalities that stay empty count with what is listed for them. */
  private void absorbNeighbours() {
    for (String code : incomplete) {
      List<Contribution> known = parts.remove(code);
      for (Contribution part : known == null ? List.<Contribution>of() : known) {
        String group =
            undivided.keySet().stream()
                .filter(targets -> List.of(targets.split(", ")).contains(code))
                .findFirst()
                .orElse(code);
        list(
            List.of(group.split(", ")),
            List.of(part.from()),
            part.number() == null ? BigDecimal.ZERO : part.number());
      }
    }
  }

  private void combine(String code) {
    List<Contribution> own = parts.getOrDefault(code, List.of());
    BigDecimal sum = null;
    List<String> hidden = new ArrayList<>();
    boolean dividedHidden = false;
    for (Contribution part : own) {
      BigDecimal number = part.number();
      if (number == null) {
        hidden.add(part.from());
        dividedHidden |= !part.isWhole();
      } else {
        sum = sum == null ? number : sum.add(number);
      }
    }
    if (sum != null) {
      carried.number(code, column, sum);
      if (!hidden.isEmpty()) {
        carried.list(
            column, code + " is without the suppressed figures of " + String.join(", ", hidden));
      }
    } else if (!hidden.isEmpty() && !dividedHidden) {
      carried.suppressed(code, column);
    } else if (!hidden.isEmpty()) {
      carried.list(
          column,
          code
              + " stays empty; it has a part of the suppressed"
              + " figure of "
              + String.join(", ", hidden));
    }
  }
}
