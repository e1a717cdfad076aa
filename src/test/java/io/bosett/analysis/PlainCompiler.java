package io.bosett.analysis;

import io.bosett.model.Band;
import io.bosett.model.Criterion;
import io.bosett.model.Dataset;
import io.bosett.model.Fit;
import io.bosett.model.Fixed;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Minors;
import io.bosett.model.Places;
import io.bosett.model.Problem;
import io.bosett.model.Region;
import io.bosett.model.Scenario;
import io.bosett.model.Selection;
import io.bosett.model.Violation;
import io.bosett.program.Candidates;
import io.bosett.program.Gains;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import io.bosett.program.ShareLimit;
import io.bosett.program.Targets;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Compiles tiny problems without tilts, previous allocation or rules about who is a candidate. */
final class PlainCompiler {
  private final Scenario s;
  private final Dataset d;
  private final int n;

  private PlainCompiler(Problem problem) {
    s = problem.scenario();
    d = problem.dataset();
    n = d.size();
  }

  static Program compile(Problem problem) {
    return new PlainCompiler(problem).program();
  }

  private Program program() {
    refuse(s.demand().minors() > s.demand().persons(), "/demand/minors");
    double[] weights = weights();
    double[][] persons = targets(s.demand().persons(), weights.length, false);
    double[][] minors = targets(s.demand().minors(), weights.length, true);
    boolean score = s.fit() == Fit.SCORE;
    return new Program(
        candidates(persons, weights),
        ShareLimit.of(s.minors().maximumShare()),
        score ? new Gains.Score(new long[n]) : proportional(persons, weights),
        null,
        score ? new Gains.Score(new long[n]) : proportional(minors, weights),
        Limits.exactly(s.demand().persons()),
        Limits.exactly(s.demand().minors()),
        selection(),
        s.minors().municipalitiesAtMost() == null
            ? Limits.FREE
            : new Limits(0, s.minors().municipalitiesAtMost()),
        IntStream.range(0, s.regions().size()).mapToObj(this::region).toList(),
        new Targets(
            s.criteria().stream().map(Criterion::id).toArray(String[]::new),
            weights, persons, minors, new double[0][]),
        List.of());
  }

  private double[] weights() {
    double sum = s.criteria().stream().mapToDouble(Criterion::weight).sum();
    return s.criteria().stream().mapToDouble(c -> c.weight() / sum).toArray();
  }

  private double[][] targets(int total, int count, boolean minors) {
    double[][] targets = new double[count][n];
    for (int c = 0; c < count; c++) {
      Criterion.Base base = s.criteria().get(c).base();
      double sum = 0;
      for (int i = 0; i < n; i++) {
        double value = d.column(base.figure().indicator(), base.figure().from()).value(i);
        targets[c][i] = minors && !mayTakeMinors(i) ? 0 : value;
        sum += targets[c][i];
      }
      for (int i = 0; i < n; i++) {
        targets[c][i] = sum == 0 ? 0 : total * targets[c][i] / sum;
      }
    }
    return targets;
  }

  private Gains proportional(double[][] targets, double[] weights) {
    double[] r = new double[n];
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < weights.length; c++) {
        r[i] += weights[c] / targets[c][i];
      }
    }
    return new Gains.Proportional(r);
  }

  private Limits selection() {
    @Nullable Selection selection = s.selection();
    if (selection instanceof Selection.Count count) {
      return limits(new Band(count.atLeast(), count.atMost()));
    }
    if (selection instanceof Selection.Share share) {
      BigDecimal size = BigDecimal.valueOf(n);
      BigDecimal low = share.share().subtract(share.tolerance()).multiply(size);
      BigDecimal high = share.share().add(share.tolerance()).multiply(size);
      return new Limits(
          Math.max(0, low.setScale(0, RoundingMode.FLOOR).longValueExact()),
          Math.min(n, high.setScale(0, RoundingMode.CEILING).longValueExact()));
    }
    return Limits.FREE;
  }

  private static Limits limits(Band band) {
    long least = band.atLeast() == null ? 0 : band.atLeast();
    long most = band.atMost() == null ? Limits.NONE : band.atMost();
    refuse(least > most, "/band");
    return new Limits(least, most);
  }

  private RegionRule region(int index) {
    Region region = s.regions().get(index);
    int[] members =
        IntStream.range(0, n)
            .filter(
                i ->
                    d.county(i).equals(region.county())
                        || region.municipalities().contains(d.municipality(i)))
            .toArray();
    return new RegionRule(
        index, members, limits(region.persons()), limits(region.minors()),
        limits(region.selected()));
  }

  private boolean mayTakeMinors(int i) {
    Minors.@Nullable Who who = s.minors().candidates();
    if (who instanceof Minors.Who.Listed listed) {
      return listed.municipalities().contains(d.municipality(i));
    }
    if (who instanceof Minors.Who.Condition c) {
      double value = d.column(c.cell().indicator(), c.cell().year()).value(i);
      return (c.atLeast() == null || value >= c.atLeast().doubleValue())
          && (c.atMost() == null || value <= c.atMost().doubleValue());
    }
    return true;
  }

  private int cap(int i) {
    Places p = s.places();
    List<BigDecimal> caps = new ArrayList<>();
    if (p.maximum() != null) {
      caps.add(BigDecimal.valueOf(p.maximum()));
    }
    if (p.maximumShareOf() != null) {
      caps.add(value(p.maximumShareOf().cell(), i).multiply(p.maximumShareOf().share()));
    }
    if (p.maximumPer1000() != null) {
      caps.add(
          value(p.maximumPer1000().cell(), i)
              .multiply(p.maximumPer1000().value())
              .movePointLeft(3));
    }
    BigDecimal least =
        caps.stream()
            .min(BigDecimal::compareTo)
            .orElse(BigDecimal.valueOf(s.demand().persons()))
            .min(BigDecimal.valueOf(Integer.MAX_VALUE));
    return Math.max(p.minimum(), least.setScale(0, RoundingMode.FLOOR).intValueExact());
  }

  private BigDecimal value(io.bosett.model.CellRef cell, int i) {
    return BigDecimal.valueOf(d.column(cell.indicator(), cell.year()).value(i));
  }

  private Candidates candidates(double[][] targets, double[] weights) {
    String[] ids = IntStream.range(0, n).mapToObj(d::municipality).toArray(String[]::new);
    int[] caps = IntStream.range(0, n).map(this::cap).toArray();
    int[] low = IntStream.range(0, n).map(i -> s.places().minimum()).toArray();
    int[] high = caps.clone();
    int[] minorsLow = IntStream.range(0, n).map(i -> s.minors().minimumGroup()).toArray();
    int[] minorsHigh =
        IntStream.range(0, n)
            .map(i -> mayTakeMinors(i) ? s.demand().minors() : 0)
            .map(m -> s.minors().maximum() == null ? m : Math.min(m, s.minors().maximum()))
            .toArray();
    BitSet mayDrop = new BitSet();
    mayDrop.set(0, n);
    BitSet mayGoWithout = new BitSet();
    mayGoWithout.set(0, n);
    BitSet fixed = new BitSet();
    for (Fixed f : s.fixed()) {
      int i = d.position(f.municipality());
      fixed.set(i);
      fix(f, i, low, high, minorsLow, minorsHigh, mayDrop, mayGoWithout);
    }
    for (int i = 0; i < n; i++) {
      for (int c = 0; c < weights.length && s.fit() == Fit.PROPORTIONAL; c++) {
        high[i] = weights[c] > 0 && targets[c][i] == 0 ? 0 : high[i];
      }
    }
    return new Candidates(
        ids, IntStream.range(0, n).toArray(), mayDrop, low, high, caps, mayGoWithout, minorsLow,
        minorsHigh, fixed);
  }

  private void fix(
      Fixed f, int i, int[] low, int[] high, int[] minorsLow, int[] minorsHigh, BitSet mayDrop,
      BitSet mayGoWithout) {
    boolean contradiction =
        f.selected() != null && f.persons() != null && f.selected() != (f.persons() > 0);
    refuse(contradiction, "/fixed");
    if (f.persons() != null) {
      refuse(f.persons() > 0 && f.persons() < s.places().minimum(), "/fixed/persons");
      low[i] = f.persons();
      high[i] = f.persons();
    }
    boolean out = Boolean.FALSE.equals(f.selected()) || f.persons() != null && f.persons() == 0;
    if (out) {
      low[i] = 1;
      high[i] = 0;
    } else if (f.selected() != null || f.persons() != null) {
      mayDrop.clear(i);
    }
    if (f.minors() != null) {
      refuse(f.minors() > 0 && f.minors() < s.minors().minimumGroup(), "/fixed/minors");
      refuse(f.minors() > 0 && !mayTakeMinors(i), "/fixed/minors");
      minorsLow[i] = f.minors() == 0 ? 1 : f.minors();
      minorsHigh[i] = f.minors();
      if (f.minors() > 0) {
        mayDrop.clear(i);
        mayGoWithout.clear(i);
      }
    }
  }

  private static void refuse(boolean fault, String pointer) {
    if (fault) {
      throw new InvalidInputException(List.of(new Violation(pointer, "is refused", "")));
    }
  }
}
