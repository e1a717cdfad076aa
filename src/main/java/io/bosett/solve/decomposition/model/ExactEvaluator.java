package io.bosett.solve.decomposition.model;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import io.bosett.program.Term;
import io.bosett.program.curve.PricedBlocks;
import io.bosett.program.curve.PricedChoice;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates one candidate's choices exactly at integer multipliers: gains times the scale less
 * prices. {@link BestChoice} proposes the best choice in doubles, and a local search on the exact
 * values confirms it: the integer gains of the proportional and score fits are concave, those of
 * the overlap fit up to {@link #slack}, which the search steps over. Not thread-safe.
 */
public final class ExactEvaluator {
  public final Program program;
  public final CandidateRanges candidates;
  public final ShareLimit share;
  public final Groups groups;
  public final int scale;
  final long[] u;

  /** So many steps take a few milliseconds at most; a power of two. */
  private static final int MANY = 1 << 10;

  /** How far exact values may deviate from a concave function, in scaled units. */
  public final long slack;

  private final int[] groupOf;
  private final long[] perPerson;
  private final long[] perPlace;
  private final long[] perMinor;
  private final long[] perMinorsPlace;

  /** By group and {@link Term}, the prices in doubles; null where they are too large for them. */
  private final double[] @Nullable [] nearPrices;

  private final BestChoice choice;
  final CommonKind common;
  private final BooleanSupplier stop;
  private final ClosedForms closedForms;
  private final AmountSearch ofPersons;
  private final AmountSearch ofMinors;

  /** The number of choices visited. */
  private long steps;

  /** The present candidate. */
  public int i;

  private int group;
  private int bestPersons;
  private long bestPersonsValue;
  private int bestMinors;
  private long bestMinorsValue;

  /** The best persons and minors of the present candidate, and their value. */
  public int x;

  public int m;
  public long value;

  /** Whether persons and minors were chosen independently: their losses then add. */
  public boolean apart;

  /** The best value of being selected, or {@link Long#MIN_VALUE} when that is not allowed. */
  public long selectedValue;

  public ExactEvaluator(DecompositionModel model, long[] u, int scale) {
    this(model, u, scale, () -> false);
  }

  /**
   * @param stop asks long local searches to end in a {@link StoppedException}
   */
  public ExactEvaluator(DecompositionModel model, long[] u, int scale, BooleanSupplier stop) {
    this.u = u;
    this.stop = stop;
    this.scale = scale;
    program = model.program;
    candidates = program.candidates();
    share = program.share();
    groups = model.groups;
    groupOf = model.groupOf;
    choice = model.choice;
    closedForms = model.closedForms;
    common = choice.common;
    long[][] prices = groups.prices(u);
    perPerson = prices[Term.PERSONS.ordinal()];
    perPlace = prices[Term.SELECTED.ordinal()];
    perMinor = prices[Term.MINORS.ordinal()];
    perMinorsPlace = prices[Term.MINORS_PLACES.ordinal()];
    nearPrices = FloatingPointFilter.near(prices, scale);
    int rounding = Math.max(program.personsGains().slack(), program.minorsGains().slack());
    slack = (long) rounding * scale;
    ofPersons = new AmountSearch(program.personsGains(), program.changeCost(), scale, slack);
    ofMinors = new AmountSearch(program.minorsGains(), null, scale, slack);
  }

  /** Counts a step, and polls for a stop once in many. */
  public void step() {
    if ((++steps & MANY - 1) == 0 && stop.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  /** Counts many steps at once. */
  private void steps(int many) {
    long before = steps;
    steps += many;
    if (before / MANY != steps / MANY && stop.getAsBoolean()) {
      throw new StoppedException();
    }
  }

  /** The group of the present candidate. */
  public int group() {
    return group;
  }

  public int groupOf(int candidate) {
    return groupOf[candidate];
  }

  /**
   * Whether a candidate's best choice is certain in doubles; {@code floatingPointFilter} then holds
   * it.
   */
  boolean isClear(int candidate, FloatingPointFilter floatingPointFilter) {
    double @Nullable [] prices = nearPrices[groupOf[candidate]];
    return prices != null && floatingPointFilter.find(candidate, prices);
  }

  /** The value of a choice of any candidate with at least one person. */
  long valueAt(int candidate, int persons, int minors) {
    i = candidate;
    group = groupOf[candidate];
    return personsValue(persons) + (minors == 0 ? 0 : minorsValue(minors));
  }

  /** The value of a positive number of persons alone. */
  public long personsValue(int persons) {
    return scale * program.personsGain(i, persons) - perPerson[group] * persons - perPlace[group];
  }

  /** The value that a positive number of minors adds. */
  public long minorsValue(int minors) {
    return scale * program.minorsGain(i, minors) - perMinor[group] * minors - perMinorsPlace[group];
  }

  /** The value of nobody. */
  public long zeroValue() {
    return scale * program.personsGain(i, 0);
  }

  /** Moves to a candidate and finds its best choice; false when nothing is allowed. */
  public boolean look(int candidate) {
    step();
    i = candidate;
    group = groupOf[i];
    x = 0;
    m = 0;
    apart = true;
    value = Long.MIN_VALUE;
    if (choice.persons.any(i)) {
      selected();
    }
    selectedValue = value;
    if (candidates.mayDrop().get(i) && zeroValue() >= value) {
      x = 0;
      m = 0;
      value = zeroValue();
    }
    return value != Long.MIN_VALUE;
  }

  private void selected() {
    bestPersons();
    if (candidates.mayGoWithout().get(i)) {
      take(bestPersons, 0, bestPersonsValue);
    }
    if (choice.minors.any(i)) {
      bestMinors();
      if (bestMinors <= share.minorsOf(bestPersons)) {
        take(bestPersons, bestMinors, bestPersonsValue + bestMinorsValue);
      } else {
        apart = false;
        together();
      }
    }
  }

  /** The best persons of the present candidate, minors aside. */
  public int bestPersonsAlone() {
    return bestPersons;
  }

  /** The best minors of the present candidate, persons aside; it may take minors. */
  public int bestMinorsAlone() {
    return bestMinors;
  }

  public boolean mayTakePersons() {
    return choice.persons.any(i);
  }

  public boolean mayTakeMinors() {
    return choice.minors.any(i);
  }

  public int personsLeast() {
    return choice.persons.least[i];
  }

  public int personsMost() {
    return choice.persons.most[i];
  }

  public int minorsLeast() {
    return choice.minors.least[i];
  }

  public int minorsMost() {
    return choice.minors.most[i];
  }

  /**
   * A lower bound on the loss of any other choice of the present candidate: from the neighbours in
   * the local search and the switches between nobody and somebody, minors and none.
   */
  long nextLoss() {
    if (!choice.persons.any(i)) {
      return Long.MAX_VALUE;
    }
    if (!apart) {
      return 0;
    }
    if (x == 0) {
      return value - selectedValue;
    }
    long loss = candidates.mayDrop().get(i) ? value - zeroValue() : Long.MAX_VALUE;
    if (bestPersons < personsMost()) {
      loss = Math.min(loss, bestPersonsValue - personsValue(bestPersons + 1) - slack);
    }
    if (bestPersons > personsLeast()) {
      loss = Math.min(loss, bestPersonsValue - personsValue(bestPersons - 1) - slack);
    }
    return choice.minors.any(i) ? Math.min(loss, nextMinorsLoss()) : loss;
  }

  private long nextMinorsLoss() {
    if (m == 0) {
      return -bestMinorsValue;
    }
    long loss = candidates.mayGoWithout().get(i) ? bestMinorsValue : Long.MAX_VALUE;
    if (bestMinors < minorsMost()) {
      loss = Math.min(loss, bestMinorsValue - minorsValue(bestMinors + 1) - slack);
    }
    if (bestMinors > minorsLeast()) {
      loss = Math.min(loss, bestMinorsValue - minorsValue(bestMinors - 1) - slack);
    }
    return loss;
  }

  private void take(int persons, int minors, long worth) {
    if (worth > value) {
      x = persons;
      m = minors;
      value = worth;
    }
  }

  private void bestPersons() {
    int start = choice.persons.best(i, (double) perPerson[group] / scale);
    ofPersons.move(i, perPerson[group], perPlace[group]);
    if (!ofPersons.search(start, choice.persons.least[i], choice.persons.most[i])) {
      ofPersons.settle(closedForms.of(i).bestPersons(scale, perPerson[group]));
    }
    steps(ofPersons.steps);
    bestPersons = ofPersons.best;
    bestPersonsValue = ofPersons.value;
  }

  private PricedChoice priced() {
    return PricedChoice.of(closedForms.of(i), scale, prices(), this::step);
  }

  private long[] prices() {
    return new long[] {perPerson[group], perPlace[group], perMinor[group], perMinorsPlace[group]};
  }

  /** The blocks of the present candidate, whose ranges are long. */
  public PricedBlocks blocks() {
    return new PricedBlocks(closedForms.of(i), scale, prices());
  }

  /** Whether the present candidate has so many choices that only closed forms are quick. */
  public boolean isLong() {
    return closedForms.has(i);
  }

  /**
   * Whether a second choice of the present candidate, whose ranges are long, loses at most so much.
   */
  public boolean hasSecond(long budget) {
    return isNearSecond(budget) || secondLoss() <= budget;
  }

  /** Whether nobody, or one person more or fewer, is such a choice. */
  private boolean isNearSecond(long budget) {
    if (x == 0) {
      return false;
    }
    return (candidates.mayDrop().get(i) && value - zeroValue() <= budget)
        || loses(x + 1, budget)
        || loses(x - 1, budget);
  }

  private boolean loses(int persons, long budget) {
    boolean allowed =
        personsLeast() <= persons && persons <= personsMost() && m <= share.minorsOf(persons);
    return allowed && value - personsValue(persons) - (m == 0 ? 0 : minorsValue(m)) <= budget;
  }

  /** The largest long when there is none. */
  private long secondLoss() {
    PricedChoice priced = priced();
    long nobody = candidates.mayDrop().get(i) ? zeroValue() : PricedChoice.NONE;
    long second = Math.max(priced.second(), Math.min(nobody, priced.value()));
    return second == PricedChoice.NONE ? Long.MAX_VALUE : value - second;
  }

  private void bestMinors() {
    int start = choice.minors.best(i, (double) perMinor[group] / scale);
    ofMinors.move(i, perMinor[group], perMinorsPlace[group]);
    if (!ofMinors.search(start, choice.minors.least[i], choice.minors.most[i])) {
      ofMinors.settle(closedForms.of(i).bestMinors(scale, perMinor[group]));
    }
    steps(ofMinors.steps);
    bestMinors = ofMinors.best;
    bestMinorsValue = ofMinors.value;
  }

  /**
   * The best choice where the best minors exceed the share of the best persons, so one gives way:
   * for every number of minors the best persons that allow it are, by concavity, the fewest above
   * the best ones; where gains may deviate from concavity all persons are tried.
   */
  private void together() {
    if (closedForms.has(i)) {
      PricedChoice priced = priced();
      take(priced.persons(), priced.minors(), priced.value()); // never above a value when NONE
      return;
    }
    if (slack > 0) {
      togetherAnyhow();
      return;
    }
    int high = choice.persons.most[i];
    int first = Math.max(choice.minors.least[i], share.minorsOf(bestPersons));
    for (int k = first; k <= bestMinors; k++) {
      int need = Math.max(bestPersons, share.personsFor(k));
      if (need > high) {
        break;
      }
      take(need, k, personsValue(need) + minorsValue(k));
    }
  }

  /**
   * For every number of minors, from many to few, the best of all persons that allow it. More
   * minors than the best ones lose by themselves and allow less.
   */
  private void togetherAnyhow() {
    int from = choice.persons.most[i] + 1;
    int best = 0;
    long bestValue = 0;
    for (int k = bestMinors; k >= choice.minors.least[i]; k--) {
      int need = Math.max(choice.persons.least[i], share.personsFor(k));
      while (from > need) {
        step();
        from--;
        long worth = personsValue(from);
        if (best == 0 || worth >= bestValue) {
          best = from;
          bestValue = worth;
        }
      }
      if (best > 0) {
        take(best, k, bestValue + minorsValue(k));
      }
    }
  }
}
