package io.bosett.check.recount;

/**
 * The gain of the fit {@code overlap}: {@code half(sum of W * min(x, target))}, with W the weights
 * in whole millionths.
 */
final class OverlapGain implements FitGain {
  private final int[] millionths;
  private final Targets targets;

  OverlapGain(int[] millionths, Targets targets) {
    this.millionths = millionths;
    this.targets = targets;
  }

  @Override
  public long persons(int i, int x) {
    double sum = 0;
    for (int c = 0; c < millionths.length; c++) {
      sum += millionths[c] * Math.min(x, targets.persons(c, i));
    }
    return FitGain.half(sum);
  }

  @Override
  public int[] personsBends(int i, int from, int to) {
    return RoundingBends.of(millionths, c -> targets.persons(c, i), from, to);
  }

  @Override
  public int[] minorsBends(int i, int from, int to) {
    return RoundingBends.of(millionths, c -> targets.minors(c, i), from, to);
  }

  @Override
  public long minors(int i, int m) {
    double sum = 0;
    for (int c = 0; c < millionths.length; c++) {
      sum += millionths[c] * Math.min(m, targets.minors(c, i));
    }
    return FitGain.half(sum);
  }
}
