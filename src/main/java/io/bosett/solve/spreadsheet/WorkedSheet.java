package io.bosett.solve.spreadsheet;

import io.bosett.program.Assignment;
import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run of the hand method on a program. */
final class WorkedSheet {
  private final Program program;
  private final CandidateRanges candidateRanges;
  private final double[] targets;
  private final double[] minorsTargets;

  WorkedSheet(Program program) {
    this.program = program;
    this.candidateRanges = program.candidates();
    this.targets = mean(program.targets().persons());
    this.minorsTargets = mean(program.targets().minors());
  }

  /** A complete assignment, or null when persons or minors could not be apportioned. */
  @Nullable Assignment fill() {
    BitSet chosen = new SelectionCut(program, targets).choose();
    int[] low = new int[program.size()];
    int[] high = new int[program.size()];
    chosen.stream()
        .forEach(
            i -> {
              low[i] = Math.max(1, personsNeeded(i));
              high[i] = candidateRanges.high()[i];
            });
    int[] persons =
        share(targets, chosen, low, high, program.limits(Term.PERSONS).least(), Term.PERSONS);
    if (persons == null) {
      return null;
    }
    int[] minors = minors(persons);
    return minors == null ? null : new Assignment(persons, minors);
  }

  private int personsNeeded(int i) {
    int own = candidateRanges.low()[i];
    return candidateRanges.mayGoWithout().get(i)
        ? own
        : Math.max(own, program.share().personsFor(candidateRanges.minorsLow()[i]));
  }

  private int @Nullable [] minors(int[] persons) {
    int n = program.size();
    int[] low = new int[n];
    int[] high = new int[n];
    BitSet able = new BitSet();
    for (int i = 0; i < n; i++) {
      int most = Math.min(candidateRanges.minorsHigh()[i], program.share().minorsOf(persons[i]));
      if (most > 0 && candidateRanges.minorsLow()[i] <= most) {
        able.set(i);
        low[i] = candidateRanges.minorsLow()[i];
        high[i] = most;
      }
    }
    BitSet takers = takers(able, low, program.limits(Term.MINORS).least());
    IntStream.range(0, n).filter(i -> !takers.get(i)).forEach(i -> low[i] = high[i] = 0);
    return share(
        minorsTargets, takers, low, high, program.limits(Term.MINORS).least(), Term.MINORS);
  }

  /** Those that must take minors, then the best others, while each can have a whole group. */
  private BitSet takers(BitSet able, int[] low, long quota) {
    BitSet takers = new BitSet();
    long needed = 0;
    for (int i : ranked(able, minorsTargets, candidateRanges.mayGoWithout())) {
      boolean must = !candidateRanges.mayGoWithout().get(i);
      boolean room = takers.cardinality() < program.limits(Term.MINORS_PLACES).most();
      if (must || (room && needed + low[i] <= quota)) {
        takers.set(i);
        needed += low[i];
      }
    }
    return takers;
  }

  /** Members by falling target, the forced ones first. */
  static int[] ranked(BitSet members, double[] targets, BitSet free) {
    return members.stream()
        .boxed()
        .sorted(
            Comparator.<Integer, Boolean>comparing(free::get)
                .thenComparing(i -> -targets[i])
                .thenComparing(i -> i))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /**
   * Apportions a total over members. A region that ends up outside its limits gets exactly the
   * limit, apportioned among its own members, and the rest is apportioned again.
   */
  private int @Nullable [] share(
      double[] wanted, BitSet members, int[] low, int[] high, long total, Term term) {
    int[] amounts = shareOnce(wanted, members.stream().toArray(), low, high, total);
    for (SharedRule rule : program.regional(term)) {
      if (amounts == null) {
        return null;
      }
      int[] inside = IntStream.of(rule.members()).filter(members::get).toArray();
      long sum = 0;
      for (int i : inside) {
        sum += amounts[i];
      }
      Bounds limits = rule.limits();
      if (!limits.holds(sum)) {
        long allowed = sum < limits.least() ? limits.least() : limits.most();
        int[] own = shareOnce(wanted, inside, low, high, allowed);
        if (own == null) {
          return null;
        }
        IntStream.of(inside).forEach(i -> low[i] = high[i] = own[i]);
        amounts = shareOnce(wanted, members.stream().toArray(), low, high, total);
      }
    }
    return amounts;
  }

  private int @Nullable [] shareOnce(
      double[] wanted, int[] members, int[] low, int[] high, long total) {
    int[] shares =
        ProportionalShares.of(
            IntStream.of(members).mapToDouble(i -> wanted[i]).toArray(),
            IntStream.of(members).map(i -> low[i]).toArray(),
            IntStream.of(members).map(i -> high[i]).toArray(),
            total);
    if (shares == null) {
      return null;
    }
    int[] amounts = new int[program.size()];
    for (int k = 0; k < members.length; k++) {
      amounts[members[k]] = shares[k];
    }
    return amounts;
  }

  /** The criteria's targets, averaged by their weights. */
  private double[] mean(double[][] byCriterion) {
    double[] mean = new double[program.size()];
    for (int c = 0; c < byCriterion.length; c++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += program.targets().weights()[c] * byCriterion[c][i];
      }
    }
    return mean;
  }
}
