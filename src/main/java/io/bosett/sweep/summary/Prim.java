package io.bosett.sweep.summary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The Patient Rule Induction Method (Friedman and Fisher 1999): a box of axes is peeled, a
 * twentieth of its points at a time, at the side whose loss raises the density of the points sought
 * the most; ties go to the earlier axis and the lower side. Deterministic.
 */
public final class Prim {
  private static final double PEEL = 0.05;
  private static final double LEAST_SUPPORT = 0.01;

  private final double[][] axes;
  private final boolean[] sought;
  private final int total;

  /**
   * Points.
   *
   * @param axes the value of each axis at each point
   * @param sought whether a point is one of those that the box is to hold
   */
  public Prim(double[][] axes, boolean[] sought) {
    this.axes = axes;
    this.sought = sought;
    int count = 0;
    for (boolean one : sought) {
      count += one ? 1 : 0;
    }
    this.total = count;
  }

  /**
   * A box.
   *
   * @param least lower end of each axis, included; minus infinity where it is open
   * @param most upper end of each axis, included; infinity where it is open
   * @param coverage share of the points sought that lie in the box
   * @param density share of the box's points that are sought
   * @param points in the box
   */
  public record Box(double[] least, double[] most, double coverage, double density, int points) {
    /** Whether a point with these values lies in the box. */
    public boolean holds(double[] values) {
      for (int a = 0; a < values.length; a++) {
        if (!(values[a] >= least[a] && values[a] <= most[a])) {
          return false;
        }
      }
      return true;
    }
  }

  /** The boxes of the trade-off between coverage and density, the whole first; at least one. */
  public List<Box> boxes() {
    double[] least = new double[axes.length];
    double[] most = new double[axes.length];
    Arrays.fill(least, Double.NEGATIVE_INFINITY);
    Arrays.fill(most, Double.POSITIVE_INFINITY);
    int[] inside = new int[sought.length];
    Arrays.setAll(inside, i -> i);
    List<Box> boxes = new ArrayList<>();
    boxes.add(box(least, most, inside));
    while (inside.length > LEAST_SUPPORT * sought.length
        && boxes.get(boxes.size() - 1).density < 1) {
      Peel best = best(inside);
      if (best == null || best.density <= boxes.get(boxes.size() - 1).density) {
        break;
      }
      if (best.lower) {
        least[best.axis] = best.end;
      } else {
        most[best.axis] = best.end;
      }
      inside = Arrays.stream(inside).filter(best::keeps).toArray();
      boxes.add(box(least, most, inside));
    }
    return boxes;
  }

  private Box box(double[] least, double[] most, int[] inside) {
    int hits = hits(inside);
    double coverage = total == 0 ? 0 : (double) hits / total;
    double density = inside.length == 0 ? 0 : (double) hits / inside.length;
    return new Box(least.clone(), most.clone(), coverage, density, inside.length);
  }

  private int hits(int[] inside) {
    int hits = 0;
    for (int i : inside) {
      hits += sought[i] ? 1 : 0;
    }
    return hits;
  }

  private final class Peel {
    final int axis;
    final boolean lower;
    final double end;
    double density;

    Peel(int axis, boolean lower, double end) {
      this.axis = axis;
      this.lower = lower;
      this.end = end;
    }

    boolean keeps(int point) {
      return lower ? axes[axis][point] >= end : axes[axis][point] <= end;
    }
  }

  private @org.jspecify.annotations.Nullable Peel best(int[] inside) {
    Peel best = null;
    for (int a = 0; a < axes.length; a++) {
      double[] sorted = new double[inside.length];
      for (int i = 0; i < inside.length; i++) {
        sorted[i] = axes[a][inside[i]];
      }
      Arrays.sort(sorted);
      for (boolean lower : new boolean[] {true, false}) {
        Peel peel = new Peel(a, lower, end(sorted, lower));
        int[] kept = Arrays.stream(inside).filter(peel::keeps).toArray();
        peel.density = kept.length == 0 ? -1 : (double) hits(kept) / kept.length;
        boolean peels = kept.length < inside.length;
        if (peels && (best == null || peel.density > best.density)) {
          best = peel;
        }
      }
    }
    return best;
  }

  /** The value at which at least a twentieth of the points lies outside, all equal ones with it. */
  private static double end(double[] sorted, boolean lower) {
    int peeled = Math.max(1, (int) (PEEL * sorted.length));
    if (lower) {
      int at = peeled;
      while (at < sorted.length && sorted[at] == sorted[peeled - 1]) {
        at++;
      }
      return at < sorted.length ? sorted[at] : Double.POSITIVE_INFINITY;
    }
    int at = sorted.length - 1 - peeled;
    while (at >= 0 && sorted[at] == sorted[sorted.length - peeled]) {
      at--;
    }
    return at >= 0 ? sorted[at] : Double.NEGATIVE_INFINITY;
  }
}
