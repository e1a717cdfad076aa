package io.bosett.analysis.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The standing of a candidate: its targets, cap, binding rules, and reduced costs at the
 * multipliers.
 *
 * @param municipality id
 * @param name for people
 * @param county id
 * @param persons asked for; 0 when not selected
 * @param minors among them
 * @param targets per criterion, in the scenario's order
 * @param target persons: the targets averaged by their weights
 * @param cap the largest number it may be asked for
 * @param holds the rules that bind its number
 * @param pricing at the multipliers, or null when none are known
 */
public record CandidateStanding(
    String municipality,
    String name,
    String county,
    int persons,
    int minors,
    List<OfCriterion> targets,
    double target,
    int cap,
    List<Hold> holds,
    @Nullable Pricing pricing) {
  public CandidateStanding {
    targets = List.copyOf(targets);
    holds = List.copyOf(holds);
  }

  /** Whether it is asked. */
  public boolean selected() {
    return persons > 0;
  }

  /**
   * The targets of one criterion.
   *
   * @param criterion id
   * @param weight normalized, all sum to 1
   * @param persons target
   * @param minors target, 0 when it may not take minors
   */
  public record OfCriterion(String criterion, double weight, double persons, double minors) {}

  /**
   * The reduced costs of a candidate: prices in persons of objective, regions included, and its
   * best choice at them.
   *
   * @param person of one person more
   * @param minor of one minor more
   * @param selection of being selected
   * @param group of taking minors at all
   * @param wished its best number without minimum, cap and minors
   * @param worthAsking by how much its best allowed number is better than none; negative when it
   *     falls short by so much, null when no number is allowed
   * @param bestPersons that best allowed number, 0 when none is allowed
   * @param bestMinors the minors with it
   */
  public record Pricing(
      double person,
      double minor,
      double selection,
      double group,
      int wished,
      @Nullable Double worthAsking,
      int bestPersons,
      int bestMinors) {}

  /** A rule that binds the number of a candidate. */
  public enum Hold {
    /** The persons equal the cap. */
    CAP,
    /** The persons equal the minimum. */
    MINIMUM,
    /** The scenario fixes something of it. */
    FIXED,
    /** A limit of one of its regions is reached. */
    REGION,
    /** The minors are as many as their share of the persons allows. */
    SHARE,
    /** Nothing is allowed: it has a target of 0 under a criterion with weight. */
    NO_TARGET
  }
}
