package io.bosett.program.form;

import io.bosett.program.Limits;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Makes the form of one program. */
final class FormMaker {
  private final Program program;
  private final Windows windows;
  private final Ranges ranges;
  private final BitSet counted;
  private final boolean placesCounted;
  private final Sheet sheet;
  private final List<Amount> persons = new ArrayList<>();
  private final List<Amount> minors = new ArrayList<>();
  private boolean exact = true;

  FormMaker(Program program, Windows windows, long most) {
    this.program = program;
    this.sheet = new Sheet(most);
    this.windows = windows;
    this.ranges = Ranges.of(program);
    this.counted = counted(program);
    this.placesCounted = binds(program.minorsPlaces(), program.size());
  }

  MipForm make() {
    String[] labels = Labels.of(program.candidates().ids());
    for (int i = 0; i < program.size(); i++) {
      persons.add(personsOf(i, labels[i]));
      minors.add(minorsOf(i, labels[i]));
      tie(i, labels[i]);
    }
    int[] all = IntStream.range(0, program.size()).toArray();
    limit("persons", persons, ranges.high(), all, program.persons());
    limit("minors", minors, ranges.minorsHigh(), all, program.minors());
    limitPresence("selected", persons, all, program.selected());
    limitPresence("minors_places", minors, all, program.minorsPlaces());
    for (RegionRule region : program.regions()) {
      String name = "region_" + region.index() + "_";
      limit(name + "persons", persons, ranges.high(), region.members(), region.persons());
      limit(name + "minors", minors, ranges.minorsHigh(), region.members(), region.minors());
      limitPresence(name + "selected", persons, region.members(), region.selected());
    }
    return new MipForm(sheet.columns, sheet.rows, sheet.offset, exact, persons, minors);
  }

  private Amount personsOf(int i, String label) {
    return amount(
        new Climb(sheet, "x", "y", label),
        x -> program.personsGain(i, x),
        program.candidates().mayDrop().get(i),
        counted.get(i),
        ranges.low()[i],
        ranges.high()[i],
        windows.personsFrom()[i],
        windows.personsTo()[i]);
  }

  private Amount minorsOf(int i, String label) {
    return amount(
        new Climb(sheet, "m", "z", label),
        m -> program.minorsGain(i, m),
        program.candidates().mayGoWithout().get(i),
        placesCounted,
        ranges.minorsLow()[i],
        ranges.hasMinors(i) ? ranges.minorsHigh()[i] : -1,
        windows.minorsFrom()[i],
        windows.minorsTo()[i]);
  }

  private Amount amount(
      Climb climb,
      IntToLongFunction gains,
      boolean mayBeZero,
      boolean isCounted,
      int low,
      int high,
      int windowFrom,
      int windowTo) {
    if (low > high) {
      if (mayBeZero) {
        sheet.addOffset(gains.applyAsLong(0));
      } else {
        sheet.impossible(climb.toggle() + "_" + climb.label());
      }
      return Amount.NOTHING;
    }
    sheet.look(high - low + 1L);
    if (mayBeZero && low == 1 && !isCounted) {
      // Nobody asks whether there is any, and the range has no hole: no switch when concave from 0.
      List<Ladder> fromZero = Ladder.of(gains, 0, high, windowFrom, windowTo);
      if (fromZero.size() == 1) {
        exact &= fromZero.get(0).exact();
        return climb.put(fromZero, 0, true);
      }
    }
    List<Ladder> ladders = Ladder.of(gains, low, high, windowFrom, windowTo);
    exact &= ladders.stream().allMatch(Ladder::exact);
    return climb.put(ladders, mayBeZero ? gains.applyAsLong(0) : 0, !mayBeZero);
  }

  /** Minors stay within the share of the persons; a place with minors is selected. */
  private void tie(int i, String label) {
    Amount some = minors.get(i);
    if (some == Amount.NOTHING) {
      return;
    }
    Terms share = new Terms().addAmount(ranges.share().denominator(), some);
    share.addAmount(-ranges.share().numerator(), persons.get(i));
    sheet.row("share_" + label, share, MipForm.Row.NO_LOWER, 0);
    if (some.switches().length > 0 && persons.get(i).switches().length > 0) {
      Terms both = new Terms().addPresence(1, some).addPresence(-1, persons.get(i));
      sheet.row("both_" + label, both, MipForm.Row.NO_LOWER, 0);
    }
  }

  private void limit(String name, List<Amount> amounts, int[] high, int[] members, Limits limits) {
    Terms terms = new Terms();
    long most = 0;
    for (int i : members) {
      terms.addAmount(1, amounts.get(i));
      most += Math.max(0, high[i]);
    }
    sheet.limit(name, terms, limits, most);
  }

  private void limitPresence(String name, List<Amount> amounts, int[] members, Limits limits) {
    if (binds(limits, members.length)) {
      Terms terms = new Terms();
      for (int i : members) {
        terms.addPresence(1, amounts.get(i));
      }
      sheet.limit(name, terms, limits, members.length);
    }
  }

  private static BitSet counted(Program program) {
    BitSet counted = new BitSet();
    if (binds(program.selected(), program.size())) {
      counted.set(0, program.size());
    }
    for (RegionRule region : program.regions()) {
      if (binds(region.selected(), region.members().length)) {
        IntStream.of(region.members()).forEach(counted::set);
      }
    }
    return counted;
  }

  private static boolean binds(Limits limits, int most) {
    return limits.hasLeast() || limits.most() < most;
  }
}
