package io.bosett.check.recount;

import io.bosett.model.Band;
import io.bosett.model.Dataset;
import io.bosett.model.Multipliers;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * All shared rules, one for each multiplier and in their order: persons, minors, selected, places
 * with minors, then persons, minors and selected of each region. Rules without any limit are
 * included.
 */
public final class SharedRules {
  /** Number of rules that do not belong to a region. */
  public static final int GENERAL = 4;

  private final List<SharedRule> rules = new ArrayList<>();

  SharedRules(Scenario scenario, Dataset dataset, CandidateIndex candidateIndex) {
    int persons = scenario.demand().persons();
    int minors = scenario.demand().minors();
    add("the persons", "/persons", Quantity.PERSONS, null, new Band(persons, persons));
    add("the minors", "/minors", Quantity.MINORS, null, new Band(minors, minors));
    Band selection = selection(scenario.selection(), candidateIndex.size());
    add("the selected", "/selected", Quantity.SELECTED, null, selection);
    add(
        "the places with minors",
        "/minorsMunicipalities",
        Quantity.MINORS_MUNICIPALITIES,
        null,
        new Band(null, scenario.minors().municipalitiesAtMost()));
    List<Region> regions = scenario.regions();
    Map<String, int[]> counties = regions.isEmpty() ? Map.of() : counties(dataset, candidateIndex);
    for (int r = 0; r < regions.size(); r++) {
      addRegion(r, regions.get(r), members(regions.get(r), counties, candidateIndex));
    }
  }

  private void addRegion(int index, Region region, int[] members) {
    String where = " of region " + (region.name().isEmpty() ? index : "'" + region.name() + "'");
    String pointer = "/regions/" + index;
    add("the persons" + where, pointer + "/persons", Quantity.PERSONS, members, region.persons());
    add("the minors" + where, pointer + "/minors", Quantity.MINORS, members, region.minors());
    add(
        "the selected" + where,
        pointer + "/selected",
        Quantity.SELECTED,
        members,
        region.selected());
  }

  private void add(
      String text, String pointer, Quantity quantity, int @Nullable [] members, Band band) {
    rules.add(new SharedRule(text, pointer, quantity, members, band.atLeast(), band.atMost()));
  }

  /** All rules, in the order of the multipliers. */
  public List<SharedRule> all() {
    return rules;
  }

  /** The rules of regions. */
  public List<SharedRule> ofRegions() {
    return rules.subList(GENERAL, rules.size());
  }

  /** The multipliers in the order of the rules; null when there is not one for each region. */
  public long @Nullable [] inOrder(Multipliers multipliers) {
    long[] inOrder = multipliers.inOrder();
    return inOrder.length == rules.size() ? inOrder : null;
  }

  private static Band selection(@Nullable Selection selection, int n) {
    if (selection instanceof Selection.Count count) {
      return new Band(count.atLeast(), count.atMost());
    }
    if (selection instanceof Selection.Share of) {
      BigDecimal all = BigDecimal.valueOf(n);
      BigDecimal low = of.share().subtract(of.tolerance()).multiply(all);
      BigDecimal high = of.share().add(of.tolerance()).multiply(all);
      return new Band(
          low.setScale(0, RoundingMode.FLOOR).max(BigDecimal.ZERO).min(all).intValueExact(),
          high.setScale(0, RoundingMode.CEILING).max(BigDecimal.ZERO).min(all).intValueExact());
    }
    return Band.FREE;
  }

  private static int[] members(
      Region region, Map<String, int[]> counties, CandidateIndex candidateIndex) {
    if (region.county() != null) {
      return counties.getOrDefault(region.county(), new int[0]);
    }
    return region.municipalities().stream()
        .mapToInt(candidateIndex::indexOf)
        .filter(i -> i >= 0)
        .sorted()
        .distinct()
        .toArray();
  }

  private static Map<String, int[]> counties(Dataset dataset, CandidateIndex candidateIndex) {
    Map<String, IntStream.Builder> growing = new HashMap<>();
    for (int i = 0; i < candidateIndex.size(); i++) {
      String county = dataset.county(candidateIndex.position(i));
      growing.computeIfAbsent(county, c -> IntStream.builder()).add(i);
    }
    Map<String, int[]> counties = new HashMap<>();
    growing.forEach((county, members) -> counties.put(county, members.build().toArray()));
    return counties;
  }
}
