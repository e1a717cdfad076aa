package io.bosett.analysis.weights;

import io.bosett.model.Criterion;
import java.util.ArrayList;
import java.util.List;

/**
 * The segment of normalized weights along which one criterion's share goes from 0 to 1, the others
 * keeping their proportion as written.
 */
final class WeightSegment {
  private final List<Criterion> criteria;
  private final int moved;
  private final double others;

  /**
   * @param moved the criterion, by index
   */
  WeightSegment(List<Criterion> criteria, int moved) {
    this.criteria = criteria;
    this.moved = moved;
    double sum = 0;
    for (int c = 0; c < criteria.size(); c++) {
      sum += c == moved ? 0 : criteria.get(c).weight();
    }
    others = sum;
  }

  /** Whether another criterion has a weight; without one there is nothing to move. */
  boolean exists() {
    return others > 0;
  }

  /** The share of the criterion as written, between 0 and {@link Shares#WHOLE}. */
  double written() {
    double own = criteria.get(moved).weight();
    return Shares.WHOLE * (own / (own + others));
  }

  /** The weight of each criterion at a share; they sum to {@link Shares#WHOLE}. */
  double[] weights(int share) {
    double[] weights = new double[criteria.size()];
    for (int c = 0; c < weights.length; c++) {
      weights[c] =
          c == moved ? share : (Shares.WHOLE - share) * (criteria.get(c).weight() / others);
    }
    return weights;
  }

  /** The criteria with their weights at a share. */
  List<Criterion> at(int share) {
    double[] weights = weights(share);
    List<Criterion> varied = new ArrayList<>(weights.length);
    for (int c = 0; c < weights.length; c++) {
      varied.add(criteria.get(c).withWeight(weights[c]));
    }
    return varied;
  }
}
