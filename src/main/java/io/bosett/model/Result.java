package io.bosett.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The result of a scenario. Without an allocation {@code places} is empty and {@code objective},
 * {@code gap} and {@code fit} are null; an unknown bound is null, never 0.
 *
 * @param scenario the scenario's name
 * @param status what is known about the answer
 * @param stopped why the solver stopped; null when its method ended by itself without a proof
 * @param proof what the status rests on; null for FEASIBLE and UNKNOWN
 * @param objective in 10<sup>-6</sup> person
 * @param bound proven upper limit on the objective, in 10<sup>-6</sup> person
 * @param gap bound minus objective
 * @param fit how well the targets are met
 * @param totals counts and sums
 * @param places the selected, in ascending order of the id
 * @param filledIn figures that were missing and what they became
 * @param disturbance against the previous allocation; null when the scenario names none
 * @param certificate from which anybody can recompute the bound
 * @param conflict why nothing satisfies the scenario; for INFEASIBLE only
 * @param warnings what the author of the scenario should know
 * @param solver who found the answer and how long it took
 */
public record Result(
    String scenario,
    Status status,
    @Nullable Stopped stopped,
    @Nullable Proof proof,
    @Nullable Long objective,
    @Nullable Long bound,
    @Nullable Long gap,
    @Nullable FitReport fit,
    Totals totals,
    List<Place> places,
    List<FilledIn> filledIn,
    @Nullable Disturbance disturbance,
    @Nullable Certificate certificate,
    @Nullable Conflict conflict,
    List<Warning> warnings,
    SolverReport solver) {
  public Result {
    warnings = List.copyOf(warnings);
    places = List.copyOf(places);
    filledIn = List.copyOf(filledIn);
  }

  /** The same with another reason why the solver stopped. */
  public Result withStopped(@Nullable Stopped value) {
    return with(value, proof, conflict, solver);
  }

  /** The same with another proof. */
  public Result withProof(@Nullable Proof value) {
    return with(stopped, value, conflict, solver);
  }

  /** The same with a conflict. */
  public Result withConflict(@Nullable Conflict value) {
    return with(stopped, proof, value, solver);
  }

  /** The same with another report of the solver. */
  public Result withSolver(SolverReport value) {
    return with(stopped, proof, conflict, value);
  }

  private Result with(
      @Nullable Stopped newStopped,
      @Nullable Proof newProof,
      @Nullable Conflict newConflict,
      SolverReport newSolver) {
    return new Result(
        scenario,
        status,
        newStopped,
        newProof,
        objective,
        bound,
        gap,
        fit,
        totals,
        places,
        filledIn,
        disturbance,
        certificate,
        newConflict,
        warnings,
        newSolver);
  }

  /** What is known about the answer. */
  public enum Status {
    /** No allocation is better by even one unit. */
    OPTIMAL,
    /** An allocation that satisfies all rules; a better one may exist. */
    FEASIBLE,
    /** No allocation satisfies all rules. */
    INFEASIBLE,
    /** A limit was reached before anything was found. */
    UNKNOWN
  }

  /** The reason for stopping. */
  public enum Stopped {
    PROOF,
    TIME_LIMIT,
    CANCELED
  }

  /** What the status rests on. */
  public enum Proof {
    /** The checker has confirmed it from the certificate alone. */
    CERTIFIED,
    /** The optimum or the infeasibility rests on a solver's word. */
    CLAIMED
  }

  /**
   * The fit; 1 is a perfect match.
   *
   * @param total mean of persons and minors, weighted by demand and quota
   * @param persons weighted sum over the criteria, per person
   * @param minors the same over the minors, null when the quota is 0
   * @param criteria per criterion, over persons, in the scenario's order
   */
  public record FitReport(
      double total, double persons, @Nullable Double minors, List<OfCriterion> criteria) {
    public FitReport {
      criteria = List.copyOf(criteria);
    }

    /**
     * The fit of one criterion over persons; null where it is infinitely bad, which only a
     * criterion without weight can be: persons at a target of 0.
     */
    public record OfCriterion(String id, @Nullable Double fit) {}
  }

  /** Counts and sums; all but {@code candidates} are 0 without an allocation. */
  public record Totals(
      int candidates, int selected, int persons, int minors, int minorsMunicipalities) {}

  /**
   * One selected municipality.
   *
   * @param target persons: the criteria's targets, averaged by their weights
   * @param cap the largest number it may be asked for
   * @param binding the rules that bind its number, in the order of {@link Binding}
   */
  public record Place(
      String municipality,
      String name,
      String county,
      int persons,
      int minors,
      double target,
      int cap,
      List<Binding> binding) {
    public Place {
      binding = List.copyOf(binding);
    }
  }

  /** A rule that binds the number of a place. */
  public enum Binding {
    /** The persons equal the cap. */
    CAP,
    /** The persons equal the minimum. */
    MINIMUM,
    /** The scenario fixes the persons, the minors or that it is selected. */
    FIXED,
    /** A limit of one of the municipality's regions is reached. */
    REGION
  }

  /**
   * An imputed figure.
   *
   * @param from {@code shrink}, {@code county} or {@code national}
   */
  public record FilledIn(String municipality, String indicator, double value, String from) {}

  /**
   * The change against the previous allocation.
   *
   * @param persons sum of the absolute changes
   * @param switches candidates with exactly one of their present and previous numbers zero
   * @param cost what was taken off the objective, in 10<sup>-6</sup> person
   */
  public record Disturbance(long persons, int switches, long cost) {}

  /**
   * The solver and its running time.
   *
   * @param seconds wall time from scenario and dataset in memory to the finished result
   * @param phases seconds by phase
   * @param claim whose word an answer with {@link Proof#CLAIMED} rests on, and for which
   *     candidates; empty otherwise
   */
  public record SolverReport(
      String name, String version, double seconds, SortedMap<String, Double> phases, String claim) {
    /** The same with another claim. */
    public SolverReport withClaim(String value) {
      return new SolverReport(name, version, seconds, phases, value);
    }

    /** The same with a phase that took some seconds more. */
    public SolverReport withPhase(String phase, double more) {
      SortedMap<String, Double> all = new TreeMap<>(phases);
      all.put(phase, more);
      return new SolverReport(
          name, version, seconds + more, Collections.unmodifiableSortedMap(all), claim);
    }
  }
}
