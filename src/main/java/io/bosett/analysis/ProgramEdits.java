package io.bosett.analysis;

import io.bosett.program.Bounds;
import io.bosett.program.CandidateRanges;
import io.bosett.program.ChangeCost;
import io.bosett.program.Gains;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Edits of a program: a copy with some parts replaced, for what-if solves and feasibility
 * questions.
 */
public final class ProgramEdits {
  private final Program source;
  private Gains personsGains;
  private Gains minorsGains;
  private @Nullable ChangeCost changeCost;
  private Bounds persons;
  private Bounds minors;
  private Bounds selected;
  private Bounds minorsPlaces;
  private List<RegionRule> regions;
  private int[] low;
  private int[] high;
  private int[] minorsLow;
  private int[] minorsHigh;
  private BitSet mayDrop;
  private BitSet mayGoWithout;

  private ProgramEdits(Program source) {
    this.source = source;
    personsGains = source.personsGains();
    minorsGains = source.minorsGains();
    changeCost = source.changeCost();
    persons = source.persons();
    minors = source.minors();
    selected = source.selected();
    minorsPlaces = source.minorsPlaces();
    regions = source.regions();
    CandidateRanges c = source.candidates();
    low = c.low().clone();
    high = c.high().clone();
    minorsLow = c.minorsLow().clone();
    minorsHigh = c.minorsHigh().clone();
    mayDrop = (BitSet) c.mayDrop().clone();
    mayGoWithout = (BitSet) c.mayGoWithout().clone();
  }

  public static ProgramEdits of(Program source) {
    return new ProgramEdits(source);
  }

  /** Replaces the gains and drops the cost of change. */
  public ProgramEdits gains(Gains ofPersons, Gains ofMinors) {
    personsGains = ofPersons;
    minorsGains = ofMinors;
    changeCost = null;
    return this;
  }

  public ProgramEdits persons(Bounds value) {
    persons = value;
    return this;
  }

  public ProgramEdits minors(Bounds value) {
    minors = value;
    return this;
  }

  public ProgramEdits selected(Bounds value) {
    selected = value;
    return this;
  }

  public ProgramEdits minorsPlaces(Bounds value) {
    minorsPlaces = value;
    return this;
  }

  public ProgramEdits region(int position, RegionRule value) {
    List<RegionRule> copy = new ArrayList<>(regions);
    copy.set(position, value);
    regions = copy;
    return this;
  }

  /** Replaces the candidates' ranges; ids, positions, caps and marks stay. */
  public ProgramEdits candidates(CandidateRanges value) {
    low = value.low();
    high = value.high();
    minorsLow = value.minorsLow();
    minorsHigh = value.minorsHigh();
    mayDrop = value.mayDrop();
    mayGoWithout = value.mayGoWithout();
    return this;
  }

  /**
   * Drops the minimum: who may get the minimum may get any number up to the cap; fixed numbers
   * stay.
   */
  public ProgramEdits withoutMinimum(int minimum) {
    for (int i = 0; i < low.length; i++) {
      boolean fixed = source.candidates().fixed().get(i) && low[i] == high[i];
      low[i] = low[i] == minimum && low[i] <= high[i] && !fixed ? 1 : low[i];
    }
    return this;
  }

  /** Forces candidate {@code i} to get nobody, which its own rules may forbid. */
  public ProgramEdits nobody(int i) {
    low[i] = 1;
    high[i] = 0;
    minorsLow[i] = 1;
    minorsHigh[i] = 0;
    return this;
  }

  /** Forces candidate {@code i} to get somebody. */
  public ProgramEdits somebody(int i) {
    mayDrop.clear(i);
    return this;
  }

  /** Forces candidate {@code i} to get at least so many persons. */
  public ProgramEdits atLeast(int i, int amount) {
    mayDrop.clear(i);
    low[i] = Math.max(low[i], amount);
    return this;
  }

  /** Limits candidate {@code i} to at most so many persons. */
  public ProgramEdits atMost(int i, int amount) {
    high[i] = Math.min(high[i], amount);
    return this;
  }

  /** Raises the cap of candidate {@code i}, for persons and for the minors among them. */
  public ProgramEdits cap(int i, int amount, int mostMinors) {
    high[i] = amount;
    if (minorsLow[i] > 1 || minorsHigh[i] > 0) {
      minorsHigh[i] = Math.min(mostMinors, source.share().minorsOf(amount));
    }
    return this;
  }

  /** Frees the fixed number of candidate {@code i}: any number from the least to it, or nobody. */
  public ProgramEdits openPersons(int i, int least, boolean some) {
    low[i] = low[i] <= high[i] ? least : low[i];
    mayDrop.set(i, !some);
    return this;
  }

  /** The same for minors. */
  public ProgramEdits openMinors(int i, int least, boolean some) {
    minorsLow[i] = minorsLow[i] <= minorsHigh[i] ? least : minorsLow[i];
    mayGoWithout.set(i);
    mayDrop.set(i, !some);
    return this;
  }

  /** Forces candidate {@code i} to get at least so many minors. */
  public ProgramEdits minorsAtLeast(int i, int amount) {
    mayGoWithout.clear(i);
    mayDrop.clear(i);
    minorsLow[i] = Math.max(minorsLow[i], amount);
    return this;
  }

  /** Limits candidate {@code i} to at most so many minors. */
  public ProgramEdits minorsAtMost(int i, int amount) {
    minorsHigh[i] = Math.min(minorsHigh[i], amount);
    return this;
  }

  /** Limits the persons of candidate {@code i} to a range, where its own rules allow them. */
  public ProgramEdits personsWithin(int i, Bounds limits) {
    if (limits.least() > 0) {
      atLeast(i, (int) limits.least());
    }
    return atMost(i, (int) limits.most());
  }

  /** The same for minors. */
  public ProgramEdits minorsWithin(int i, Bounds limits) {
    if (limits.least() > 0) {
      minorsAtLeast(i, (int) limits.least());
    }
    return minorsAtMost(i, (int) limits.most());
  }

  /** The edited program. */
  public Program program() {
    CandidateRanges c = source.candidates();
    return new Program(
        new CandidateRanges(
            c.ids(),
            c.positions(),
            mayDrop,
            low,
            high,
            c.caps(),
            mayGoWithout,
            minorsLow,
            minorsHigh,
            c.fixed()),
        source.share(),
        personsGains,
        changeCost,
        minorsGains,
        persons,
        minors,
        selected,
        minorsPlaces,
        regions,
        source.targets(),
        source.filledIn());
  }
}
