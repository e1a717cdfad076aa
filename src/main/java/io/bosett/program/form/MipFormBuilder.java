package io.bosett.program.form;

import io.bosett.program.Bounds;
import io.bosett.program.Program;
import io.bosett.program.RegionRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Builds the MIP of one program. */
final class MipFormBuilder {
  private final Program program;
  private final GainWindows gainWindows;
  private final AmountRanges amountRanges;
  private final BitSet counted;
  private final boolean placesCounted;
  private final MipBuilder sheet;
  private final List<LinearAmount> persons = new ArrayList<>();
  private final List<LinearAmount> minors = new ArrayList<>();
  private boolean exact = true;

  MipFormBuilder(Program program, GainWindows gainWindows, long most) {
    this.program = program;
    this.sheet = new MipBuilder(most);
    this.gainWindows = gainWindows;
    this.amountRanges = AmountRanges.of(program);
    this.counted = counted(program);
    this.placesCounted = binds(program.minorsPlaces(), program.size());
  }

  MipForm make() {
    String[] labels = ColumnNames.of(program.candidates().ids());
    for (int i = 0; i < program.size(); i++) {
      persons.add(personsOf(i, labels[i]));
      minors.add(minorsOf(i, labels[i]));
      tie(i, labels[i]);
    }
    int[] all = IntStream.range(0, program.size()).toArray();
    limit("persons", persons, amountRanges.high(), all, program.persons());
    limit("minors", minors, amountRanges.minorsHigh(), all, program.minors());
    limitPresence("selected", persons, all, program.selected());
    limitPresence("minors_places", minors, all, program.minorsPlaces());
    for (RegionRule region : program.regions()) {
      String name = "region_" + region.index() + "_";
      limit(name + "persons", persons, amountRanges.high(), region.members(), region.persons());
      limit(name + "minors", minors, amountRanges.minorsHigh(), region.members(), region.minors());
      limitPresence(name + "selected", persons, region.members(), region.selected());
    }
    return new MipForm(sheet.columns, sheet.rows, sheet.offset, exact, persons, minors);
  }

  private LinearAmount personsOf(int i, String label) {
    return amount(
        new AmountEncoder(sheet, "x", "y", label),
        x -> program.personsGain(i, x),
        program.candidates().mayDrop().get(i),
        counted.get(i),
        amountRanges.low()[i],
        amountRanges.high()[i],
        gainWindows.personsFrom()[i],
        gainWindows.personsTo()[i]);
  }

  private LinearAmount minorsOf(int i, String label) {
    return amount(
        new AmountEncoder(sheet, "m", "z", label),
        m -> program.minorsGain(i, m),
        program.candidates().mayGoWithout().get(i),
        placesCounted,
        amountRanges.minorsLow()[i],
        amountRanges.hasMinors(i) ? amountRanges.minorsHigh()[i] : -1,
        gainWindows.minorsFrom()[i],
        gainWindows.minorsTo()[i]);
  }

  private LinearAmount amount(
      AmountEncoder amountEncoder,
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
        sheet.impossible(amountEncoder.toggle() + "_" + amountEncoder.label());
      }
      return LinearAmount.NOTHING;
    }
    sheet.look(high - low + 1L);
    if (mayBeZero && low == 1 && !isCounted) {
      // No rule counts it and the range has no hole: no switch when concave from 0.
      List<IncrementalForm> fromZero = IncrementalForm.of(gains, 0, high, windowFrom, windowTo);
      if (fromZero.size() == 1) {
        exact &= fromZero.get(0).exact();
        return amountEncoder.put(fromZero, 0, true);
      }
    }
    List<IncrementalForm> ladders = IncrementalForm.of(gains, low, high, windowFrom, windowTo);
    exact &= ladders.stream().allMatch(IncrementalForm::exact);
    return amountEncoder.put(ladders, mayBeZero ? gains.applyAsLong(0) : 0, !mayBeZero);
  }

  /** Adds the share of the minors, and that a place with minors is selected. */
  @SuppressWarnings("ReferenceEquality") // NOTHING is one object
  private void tie(int i, String label) {
    LinearAmount some = minors.get(i);
    if (some == LinearAmount.NOTHING) {
      return;
    }
    LinearExpression share =
        new LinearExpression().addAmount(amountRanges.share().denominator(), some);
    share.addAmount(-amountRanges.share().numerator(), persons.get(i));
    sheet.row("share_" + label, share, MipForm.Row.NO_LOWER, 0);
    if (some.switches().length > 0 && persons.get(i).switches().length > 0) {
      LinearExpression both =
          new LinearExpression().addPresence(1, some).addPresence(-1, persons.get(i));
      sheet.row("both_" + label, both, MipForm.Row.NO_LOWER, 0);
    }
  }

  private void limit(
      String name, List<LinearAmount> amounts, int[] high, int[] members, Bounds limits) {
    LinearExpression terms = new LinearExpression();
    long most = 0;
    for (int i : members) {
      terms.addAmount(1, amounts.get(i));
      most += Math.max(0, high[i]);
    }
    sheet.limit(name, terms, limits, most);
  }

  private void limitPresence(
      String name, List<LinearAmount> amounts, int[] members, Bounds limits) {
    if (binds(limits, members.length)) {
      LinearExpression terms = new LinearExpression();
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

  private static boolean binds(Bounds limits, int most) {
    return limits.hasLeast() || limits.most() < most;
  }
}
