package io.bosett.analysis;

import io.bosett.program.Candidates;
import io.bosett.program.ChangeCost;
import io.bosett.program.Gains;
import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a program apart and puts it together again with some parts replaced. */
final class ProgramParts {
  private final Program source;
  private Gains personsGains;
  private Gains minorsGains;
  private @Nullable ChangeCost changeCost;
  private Limits persons;
  private Limits minors;
  private Limits selected;
  private Limits minorsPlaces;
  private List<RegionRule> regions;
  private int[] low;
  private int[] high;
  private int[] minorsLow;
  private int[] minorsHigh;
  private BitSet mayDrop;
  private BitSet mayGoWithout;

  private ProgramParts(Program source) {
    this.source = source;
    personsGains = source.personsGains();
    minorsGains = source.minorsGains();
    changeCost = source.changeCost();
    persons = source.persons();
    minors = source.minors();
    selected = source.selected();
    minorsPlaces = source.minorsPlaces();
    regions = source.regions();
    Candidates c = source.candidates();
    low = c.low().clone();
    high = c.high().clone();
    minorsLow = c.minorsLow().clone();
    minorsHigh = c.minorsHigh().clone();
    mayDrop = (BitSet) c.mayDrop().clone();
    mayGoWithout = (BitSet) c.mayGoWithout().clone();
  }

  static ProgramParts of(Program source) {
    return new ProgramParts(source);
  }

  /** Other gains, and changes cost nothing. */
  ProgramParts gains(Gains ofPersons, Gains ofMinors) {
    personsGains = ofPersons;
    minorsGains = ofMinors;
    changeCost = null;
    return this;
  }

  ProgramParts persons(Limits value) {
    persons = value;
    return this;
  }

  ProgramParts minors(Limits value) {
    minors = value;
    return this;
  }

  ProgramParts selected(Limits value) {
    selected = value;
    return this;
  }

  ProgramParts minorsPlaces(Limits value) {
    minorsPlaces = value;
    return this;
  }

  ProgramParts region(int position, RegionRule value) {
    List<RegionRule> copy = new ArrayList<>(regions);
    copy.set(position, value);
    regions = copy;
    return this;
  }

  /** What each candidate alone allows; ids, positions, caps and marks stay. */
  ProgramParts candidates(Candidates value) {
    low = value.low();
    high = value.high();
    minorsLow = value.minorsLow();
    minorsHigh = value.minorsHigh();
    mayDrop = value.mayDrop();
    mayGoWithout = value.mayGoWithout();
    return this;
  }

  /** Who may get the minimum may get any number up to the cap; numbers that are fixed stay. */
  ProgramParts withoutMinimum(int minimum) {
    for (int i = 0; i < low.length; i++) {
      boolean fixed = source.candidates().fixed().get(i) && low[i] == high[i];
      low[i] = low[i] == minimum && low[i] <= high[i] && !fixed ? 1 : low[i];
    }
    return this;
  }

  /** Candidate {@code i} gets nobody, which its own rules may forbid. */
  ProgramParts nobody(int i) {
    low[i] = 1;
    high[i] = 0;
    minorsLow[i] = 1;
    minorsHigh[i] = 0;
    return this;
  }

  /** Candidate {@code i} must get somebody. */
  ProgramParts somebody(int i) {
    mayDrop.clear(i);
    return this;
  }

  /** Candidate {@code i} gets at least so many persons. */
  ProgramParts atLeast(int i, int amount) {
    mayDrop.clear(i);
    low[i] = Math.max(low[i], amount);
    return this;
  }

  /** Candidate {@code i} gets at most so many persons. */
  ProgramParts atMost(int i, int amount) {
    high[i] = Math.min(high[i], amount);
    return this;
  }

  /** Candidate {@code i} may get up to so many persons, and with them as many minors. */
  ProgramParts cap(int i, int amount, int mostMinors) {
    high[i] = amount;
    if (minorsLow[i] > 1 || minorsHigh[i] > 0) {
      minorsHigh[i] = Math.min(mostMinors, source.share().minorsOf(amount));
    }
    return this;
  }

  /** Candidate {@code i}, fixed at a number, may get any from the least to it, or nobody. */
  ProgramParts openPersons(int i, int least, boolean some) {
    low[i] = low[i] <= high[i] ? least : low[i];
    mayDrop.set(i, !some);
    return this;
  }

  /** The same for minors. */
  ProgramParts openMinors(int i, int least, boolean some) {
    minorsLow[i] = minorsLow[i] <= minorsHigh[i] ? least : minorsLow[i];
    mayGoWithout.set(i);
    mayDrop.set(i, !some);
    return this;
  }

  /** Candidate {@code i} gets at least so many minors. */
  ProgramParts minorsAtLeast(int i, int amount) {
    mayGoWithout.clear(i);
    mayDrop.clear(i);
    minorsLow[i] = Math.max(minorsLow[i], amount);
    return this;
  }

  /** Candidate {@code i} gets at most so many minors. */
  ProgramParts minorsAtMost(int i, int amount) {
    minorsHigh[i] = Math.min(minorsHigh[i], amount);
    return this;
  }

  /** Candidate {@code i} gets so many persons, where it may get so many. */
  ProgramParts personsWithin(int i, Limits limits) {
    if (limits.least() > 0) {
      atLeast(i, (int) limits.least());
    }
    return atMost(i, (int) limits.most());
  }

  /** The same for minors. */
  ProgramParts minorsWithin(int i, Limits limits) {
    if (limits.least() > 0) {
      minorsAtLeast(i, (int) limits.least());
    }
    return minorsAtMost(i, (int) limits.most());
  }

  Program program() {
    Candidates c = source.candidates();
    return new Program(
        new Candidates(
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
