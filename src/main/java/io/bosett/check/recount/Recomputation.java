package io.bosett.check.recount;

import io.bosett.model.Dataset;
import io.bosett.model.Fit;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Result.FilledIn;
import io.bosett.model.Scenario;
import io.bosett.model.Violation;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/**
 * Everything that follows from scenario and dataset, recomputed before an answer is examined:
 * candidates, targets, gains, rules.
 */
public final class Recomputation {
  private final Problem problem;
  private final CandidateIndex roster;
  private final Set<FilledIn> filledIn;
  private final double[] weights;
  private final Targets targets;
  private final Suitability suitability;
  private final ChangeCost changeCost;
  private final Gains gains;
  private final PlaceRules placeRules;
  private final SharedRules sharedRules;

  /**
   * @throws InvalidInputException when the scenario is an error, as far as the checker notices
   * @throws ArithmeticException when figures lead to numbers out of range
   */
  public Recomputation(Problem problem) {
    this.problem = problem;
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    Figures figures = new Figures(dataset);
    roster = CandidateIndex.of(scenario, dataset, figures);
    if (roster.size() == 0) {
      Violation nobody = new Violation("/candidates", "leaves no candidate", "at least one");
      throw new InvalidInputException(List.of(nobody));
    }
    CriterionValues values = new CriterionValues(scenario, dataset, roster, figures);
    filledIn = values.filledIn();
    weights = Weights.normalized(scenario.criteria());
    BitSet mayTakeMinors = MinorsCandidates.of(scenario.minors(), dataset, roster);
    targets = new Targets(scenario, values, mayTakeMinors);
    suitability = new Suitability(scenario, values);
    FitGain fit = fitGain();
    changeCost = new ChangeCost(scenario.previous(), roster);
    gains = new Gains(fit, changeCost);
    int[] caps = Caps.of(scenario, dataset, roster);
    placeRules = new PlaceRules(scenario, roster, caps, mayTakeMinors, fit);
    sharedRules = new SharedRules(scenario, dataset, roster);
  }

  /** The same with other rules of the places. */
  private Recomputation(Recomputation from, PlaceRules rules) {
    problem = from.problem;
    roster = from.roster;
    filledIn = from.filledIn;
    weights = from.weights;
    targets = from.targets;
    suitability = from.suitability;
    changeCost = from.changeCost;
    gains = from.gains;
    placeRules = rules;
    sharedRules = from.sharedRules;
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

  private FitGain fitGain() {
    Fit fit = problem.scenario().fit();
    return switch (fit) {
      case PROPORTIONAL -> new ProportionalGain(weights, targets, roster.size());
      case OVERLAP -> new OverlapGain(Weights.millionths(problem.scenario().criteria()), targets);
      case SCORE -> new ScoreGain(weights, suitability, roster.size());
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

  public CandidateIndex roster() {
    return roster;
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
