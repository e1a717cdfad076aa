package io.bosett.check;

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

/** All that follows from scenario and dataset, before any answer is looked at. */
final class Reckoning {
  private final Problem problem;
  private final Roster roster;
  private final Set<FilledIn> filledIn;
  private final double[] weights;
  private final Targets targets;
  private final Suitability suitability;
  private final ChangeCost changeCost;
  private final Gains gains;
  private final PlaceRules placeRules;
  private final SharedRules sharedRules;

  /**
   * @throws InvalidInputException when the scenario is an error, as far as that is noticed here
   * @throws ArithmeticException when figures lead to numbers beyond what is allowed
   */
  Reckoning(Problem problem) {
    this.problem = problem;
    Scenario scenario = problem.scenario();
    Dataset dataset = problem.dataset();
    Figures figures = new Figures(dataset);
    roster = Roster.of(scenario, dataset, figures);
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

  private FitGain fitGain() {
    Fit fit = problem.scenario().fit();
    return switch (fit) {
      case PROPORTIONAL -> new ProportionalGain(weights, targets, roster.size());
      case OVERLAP -> new OverlapGain(Weights.millionths(problem.scenario().criteria()), targets);
      case SCORE -> new ScoreGain(weights, suitability, roster.size());
    };
  }

  Problem problem() {
    return problem;
  }

  Scenario scenario() {
    return problem.scenario();
  }

  Dataset dataset() {
    return problem.dataset();
  }

  Roster roster() {
    return roster;
  }

  Set<FilledIn> filledIn() {
    return filledIn;
  }

  /** Normalized. */
  double[] weights() {
    return weights;
  }

  Targets targets() {
    return targets;
  }

  Suitability suitability() {
    return suitability;
  }

  ChangeCost changeCost() {
    return changeCost;
  }

  Gains gains() {
    return gains;
  }

  PlaceRules placeRules() {
    return placeRules;
  }

  SharedRules sharedRules() {
    return sharedRules;
  }
}
