package io.bosett.check.recount;

import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that follows from scenario and dataset, recomputed before an answer is examined:
 * candidates, targets, gains, rules.
 */
public final class Recomputation {
  private final Problem problem;
  private final CandidateIndex candidateIndex;
  private final Set<FilledIn> filledIn;
  private final double[] weights;
  private final Targets targets;
  private final Suitability suitability;
  private final ChangeCost changeCost;
  private final BitSet mayTakeMinors;
  private final int[] caps;
  private final Gains gains;
  private final PlaceRules placeRules;
  private final SharedRules sharedRules;

  /**
   * @throws InvalidInputException when the scenario is an error, as far as the checker notices
   * @throws ArithmeticException when figures lead to numbers out of range
   */
  public Recomputation(Problem problem) {
    this(problem, new KeptFigures(problem.dataset()));
  }

  /**
   * @param kept figures recomputed before, of the problem's dataset
   * @throws InvalidInputException when the scenario is an error, as far as the checker notices
   * @throws ArithmeticException when figures lead to numbers out of range
   */
  public Recomputation(Problem problem, KeptFigures kept) {
    this.problem = problem;
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    KeptFigures.Of figures = kept.of(scenario);
    candidateIndex = figures.candidateIndex();
    if (candidateIndex.size() == 0) {
      Violation nobody = new Violation("/candidates", "leaves no candidate", "at least one");
      throw new InvalidInputException(List.of(nobody));
    }
    CriterionValues values = figures.values();
    filledIn = values.filledIn();
    weights = Weights.normalized(scenario.criteria());
    mayTakeMinors = kept.mayTakeMinors(scenario, candidateIndex);
    targets = new Targets(scenario, values, mayTakeMinors);
    suitability = new Suitability(scenario, values);
    FitGain fit = fitGain(scenario, weights);
    changeCost = new ChangeCost(scenario.previous(), candidateIndex);
    gains = new Gains(fit, changeCost);
    caps = Caps.of(scenario, dataset, candidateIndex);
    placeRules = new PlaceRules(scenario, candidateIndex, caps, mayTakeMinors, fit);
    sharedRules = new SharedRules(scenario, dataset, candidateIndex);
  }

  /** The same with other rules of the places. */
  private Recomputation(Recomputation from, PlaceRules rules) {
    this(from, from.problem, from.weights, from.gains, rules, from.sharedRules);
  }

  private Recomputation(
      Recomputation from,
      Problem problem,
      double[] weights,
      Gains gains,
      PlaceRules rules,
      SharedRules shared) {
    this.problem = problem;
    this.weights = weights;
    this.gains = gains;
    placeRules = rules;
    sharedRules = shared;
    candidateIndex = from.candidateIndex;
    filledIn = from.filledIn;
    targets = from.targets;
    suitability = from.suitability;
    changeCost = from.changeCost;
    mayTakeMinors = from.mayTakeMinors;
    caps = from.caps;
  }

  /**
   * The recomputation of a scenario that differs only in the weights of its criteria: figures and
   * targets stay.
   *
   * @throws IllegalArgumentException when it differs in anything else
   */
  public Recomputation reweighted(Problem other) {
    Scenario varied = other.scenario();
    List<Criterion> own = new ArrayList<>(varied.criteria());
    for (int c = 0; c < Math.min(own.size(), scenario().criteria().size()); c++) {
      own.set(c, own.get(c).withWeight(scenario().criteria().get(c).weight()));
    }
    if (other.dataset() != dataset() || !varied.withCriteria(own).equals(scenario())) {
      throw new IllegalArgumentException("the scenarios differ in more than weights");
    }
    double[] normalized = Weights.normalized(varied.criteria());
    FitGain fit = fitGain(varied, normalized);
    PlaceRules rules = new PlaceRules(varied, candidateIndex, caps, mayTakeMinors, fit);
    Gains reweighed = new Gains(fit, changeCost);
    return new Recomputation(this, other, normalized, reweighed, rules, sharedRules);
  }

  /**
   * The recomputation of a scenario that differs only in how many it selects.
   *
   * @throws IllegalArgumentException when it differs in anything else
   */
  public Recomputation reselected(Problem other) {
    Scenario varied = other.scenario();
    boolean same = varied.withSelection(scenario().selection()).equals(scenario());
    if (other.dataset() != dataset() || !same) {
      throw new IllegalArgumentException("the scenarios differ in more than the selection");
    }
    SharedRules shared = new SharedRules(varied, dataset(), candidateIndex);
    return new Recomputation(this, other, weights, gains, placeRules, shared);
  }

  /**
   * The same with the persons of one candidate limited further.
   *
   * @param least 0 or more; nobody counts as 0
   * @param most {@code least} or more
   */
  public Recomputation limited(int candidate, int least, int most) {
    return new Recomputation(this, placeRules.limited(candidate, least, most));
  }

  private FitGain fitGain(Scenario of, double[] normalized) {
    return switch (of.fit()) {
      case PROPORTIONAL -> new ProportionalGain(normalized, targets, candidateIndex.size());
      case OVERLAP -> new OverlapGain(Weights.millionths(of.criteria()), targets);
      case SCORE -> new ScoreGain(normalized, suitability, candidateIndex.size());
    };
  }

  public Problem problem() {
    return problem;
  }

  public Scenario scenario() {
    return problem.scenario();
  }

  public Dataset dataset() {
    return problem.dataset();
  }

  public CandidateIndex candidateIndex() {
    return candidateIndex;
  }

  public Set<FilledIn> filledIn() {
    return filledIn;
  }

  /** The normalized weights. */
  public double[] weights() {
    return weights;
  }

  public Targets targets() {
    return targets;
  }

  public Suitability suitability() {
    return suitability;
  }

  public ChangeCost changeCost() {
    return changeCost;
  }

  public Gains gains() {
    return gains;
  }

  public PlaceRules placeRules() {
    return placeRules;
  }

  public SharedRules sharedRules() {
    return sharedRules;
  }
}
