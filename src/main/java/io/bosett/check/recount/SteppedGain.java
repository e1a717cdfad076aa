package io.bosett.check.recount;

import java.util.function.IntToDoubleFunction;

/**
 * The gain of the fit {@code stepped}: {@code half(sum of W * min(x, target), then sum of W *
 * min(x, 2 target))}, with W the weights in whole millionths.
 */
final class SteppedGain implements FitGain {
  private final int[] millionths;
  private final Targets targets;

  SteppedGain(int[] millionths, Targets targets) {
    this.millionths = new int[2 * millionths.length];
    for (int k = 0; k < this.millionths.length; k++) {
      this.millionths[k] = millionths[k % millionths.length];
    }
    this.targets = targets;
  }

  @Override
  public long persons(int i, int x) {
    return gain(x, k -> end(k, c -> targets.persons(c, i)));
  }

  @Override
  public long minors(int i, int m) {
    return gain(m, k -> end(k, c -> targets.minors(c, i)));
  }

  @Override
  public int[] personsBends(int i, int from, int to) {
    return RoundingBends.of(millionths, k -> end(k, c -> targets.persons(c, i)), from, to);
  }

  @Override
  public int[] minorsBends(int i, int from, int to) {
    return RoundingBends.of(millionths, k -> end(k, c -> targets.minors(c, i)), from, to);
  }

  /** Where step {@code k} ends: the targets of all criteria, then twice each. */
  private double end(int k, IntToDoubleFunction target) {
    int criteria = millionths.length / 2;
    return k < criteria ? target.applyAsDouble(k) : 2 * target.applyAsDouble(k - criteria);
  }

  private long gain(int amount, IntToDoubleFunction end) {
    double sum = 0;
    for (int k = 0; k < millionths.length; k++) {
      sum += millionths[k] * Math.min(amount, end.applyAsDouble(k));
    }
    return FitGain.half(sum);
  }
}
