package io.bosett.program;

import io.bosett.model.Region;
import io.bosett.model.Scenario;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The list of a program's shared rules, in the order of {@link io.bosett.model.Multipliers}: those
 * over all candidates, then those of each region. Rules without limits are included, so that every
 * program has the same rows.
 */
public final class SharedRules {
  private final List<SharedRule> rules = new ArrayList<>();
  private final int[] all;

  private SharedRules(int candidates) {
    all = new int[candidates];
    Arrays.setAll(all, i -> i);
  }

  /** The rules over all candidates, without those of any region. */
  public static SharedRules over(
      int candidates, Bounds persons, Bounds minors, Bounds selected, Bounds minorsPlaces) {
    return new SharedRules(candidates)
        .general(Term.PERSONS, persons, "/demand/persons", "demand.persons")
        .general(Term.MINORS, minors, "/demand/minors", "demand.minors")
        .general(Term.SELECTED, selected, "/selection", "selection")
        .general(
            Term.MINORS_PLACES,
            minorsPlaces,
            "/minors/municipalities/atMost",
            "minors.municipalities.atMost");
  }

  private SharedRules general(Quantity quantity, Bounds limits, String pointer, String name) {
    rules.add(new SharedRule(quantity, SharedRule.ALL, all, limits, pointer, name));
    return this;
  }

  /** Adds the rules of the next region. */
  public SharedRules region(int[] members, Bounds persons, Bounds minors, Bounds selected) {
    int index = rules.get(rules.size() - 1).region() + 1;
    region(index, members, persons, minors, selected);
    return this;
  }

  private void region(int index, int[] members, Bounds persons, Bounds minors, Bounds selected) {
    add(Term.PERSONS, index, members, persons);
    add(Term.MINORS, index, members, minors);
    add(Term.SELECTED, index, members, selected);
  }

  private void add(Quantity quantity, int region, int[] members, Bounds limits) {
    String pointer = "/regions/" + region + "/" + quantity.label();
    String name = "regions." + quantity.label();
    rules.add(new SharedRule(quantity, region, members, limits, pointer, name));
  }

  /** All rules. */
  public List<SharedRule> list() {
    return List.copyOf(rules);
  }

  /**
   * The rules of a scenario.
   *
   * @param regional those of its regions
   */
  static List<SharedRule> of(Scenario scenario, int candidates, List<SharedRule> regional) {
    SharedRules rules =
        over(
            candidates,
            Bounds.exactly(scenario.demand().persons()),
            Bounds.exactly(scenario.demand().minors()),
            SelectionBand.of(scenario.selection(), candidates),
            Bounds.of(null, scenario.minors().municipalitiesAtMost()));
    rules.rules.addAll(regional);
    return rules.list();
  }

  /** The rules of regions. */
  static List<SharedRule> regional(
      List<Region> regions, RegionMembers members, Compiler.Poll poll) {
    SharedRules rules = new SharedRules(0);
    for (int r = 0; r < regions.size(); r++) {
      Region region = regions.get(r);
      poll.after(1 + region.municipalities().size());
      rules.region(
          r,
          members.of(region),
          Bounds.of(region.persons()),
          Bounds.of(region.minors()),
          Bounds.of(region.selected()));
    }
    return rules.list();
  }
}
