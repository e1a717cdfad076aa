package io.bosett.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The Lagrangian multipliers: one shadow price for each shared rule, the price of one unit of its
 * sum. A multiplier may be positive only where the rule has an upper limit and negative only where
 * it has a lower one. The program uses an array in the order of the rules; only this class knows
 * their names in documents.
 *
 * @param general of the rules over all candidates, in the order of {@link #GENERAL}
 * @param regions one entry per region of the scenario, in its order: those of the region's rules,
 *     in the order of {@link #REGIONAL}
 */
public record Multipliers(List<Long> general, List<List<Long>> regions) {
  /** The rules over all candidates: demand, quota, selection, places with minors. */
  public static final List<String> GENERAL =
      List.of("persons", "minors", "selected", "minorsMunicipalities");

  /** The rules of a region. */
  public static final List<String> REGIONAL = List.of("persons", "minors", "selected");

  /** The placeholder for missing multipliers. */
  public static final Multipliers NONE = new Multipliers(List.of(0L, 0L, 0L, 0L), List.of());

  public Multipliers {
    general = List.copyOf(general);
    regions = regions.stream().map(List::copyOf).toList();
  }

  /**
   * Multipliers from an array in the order of the rules: the general ones, then those of each
   * region.
   */
  public static Multipliers of(long[] inOrder) {
    List<Long> all = Arrays.stream(inOrder).boxed().toList();
    List<List<Long>> regions = new ArrayList<>();
    for (int at = GENERAL.size(); at < all.size(); at += REGIONAL.size()) {
      regions.add(all.subList(at, at + REGIONAL.size()));
    }
    return new Multipliers(all.subList(0, GENERAL.size()), regions);
  }

  /** The multipliers as an array, in the order of the rules. */
  public long[] inOrder() {
    long[] inOrder = new long[GENERAL.size() + REGIONAL.size() * regions.size()];
    fill(inOrder, 0, general);
    for (int r = 0; r < regions.size(); r++) {
      fill(inOrder, GENERAL.size() + REGIONAL.size() * r, regions.get(r));
    }
    return inOrder;
  }

  private static void fill(long[] inOrder, int from, List<Long> values) {
    IntStream.range(0, values.size()).forEach(k -> inOrder[from + k] = values.get(k));
  }
}
