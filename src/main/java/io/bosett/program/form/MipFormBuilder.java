package io.bosett.program.form;

import io.bosett.program.ChangeCost;
import io.bosett.program.Program;
import io.bosett.program.SharedRule;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Builds the MIP of one program. */
final class MipFormBuilder {
  /** Longer ranges of piecewise linear gains are cut at their bends, without a table. */
  private static final int LONG = 4_096;

  private final Program program;
  private final GainWindows gainWindows;
  private final AmountRanges amountRanges;

  /** By {@link Term} whose presence is counted by a rule that can bind. */
  private final BitSet[] counted = new BitSet[Term.COUNT];

  private final MipBuilder mip;
  private final StopPoll poll;
  private final List<LinearAmount> persons = new ArrayList<>();
  private final List<LinearAmount> minors = new ArrayList<>();
  private boolean exact = true;

  MipFormBuilder(Program program, GainWindows gainWindows, long most, StopPoll poll) {
    this.poll = poll;
    this.program = program;
    this.mip = new MipBuilder(most);
    this.gainWindows = gainWindows;
    this.amountRanges = AmountRanges.of(program);
    Arrays.setAll(counted, term -> new BitSet());
    program.rules().stream()
        .filter(SharedRule::canBind)
        .forEach(rule -> IntStream.of(rule.members()).forEach(counted(rule)::set));
  }

  MipForm make() {
    String[] labels = ColumnNames.of(program.candidates().ids());
    for (int i = 0; i < program.size(); i++) {
      persons.add(personsOf(i, labels[i]));
      minors.add(minorsOf(i, labels[i]));
      tie(i, labels[i]);
    }
    program.rules().forEach(this::limit);
    return new MipForm(mip.columns, mip.rows, mip.offset, exact, persons, minors);
  }

  private LinearAmount personsOf(int i, String label) {
    return amount(
        new AmountEncoder(mip, "x", "y", label),
        poll.counted(x -> program.personsGain(i, x)),
        (from, to) -> personsBends(i, from, to),
        program.candidates().mayDrop().get(i),
        counted[Term.SELECTED.ordinal()].get(i),
        amountRanges.low()[i],
        amountRanges.high()[i],
        gainWindows.personsFrom()[i],
        gainWindows.personsTo()[i]);
  }

  private LinearAmount minorsOf(int i, String label) {
    return amount(
        new AmountEncoder(mip, "m", "z", label),
        poll.counted(m -> program.minorsGain(i, m)),
        (from, to) -> bends(program.minorsGains().bends(i, from, to), from, 0),
        program.candidates().mayGoWithout().get(i),
        counted[Term.MINORS_PLACES.ordinal()].get(i),
        amountRanges.minorsLow()[i],
        amountRanges.hasMinors(i) ? amountRanges.minorsHigh()[i] : -1,
        gainWindows.minorsFrom()[i],
        gainWindows.minorsTo()[i]);
  }

  /** The last amounts of the linear pieces of a range. */
  private interface Bends {
    int[] of(int from, int to);
  }

  private int[] personsBends(int i, int from, int to) {
    int[] bends = program.personsGains().bends(i, from, to);
    ChangeCost cost = program.changeCost();
    int before = cost == null ? 0 : cost.before()[i];
    return bends(bends, from, before < to ? before : 0);
  }

  /** These, where the cost of change bends, and 0, where the cost of a switch is left. */
  private static int[] bends(int[] bends, int from, int more) {
    return IntStream.concat(IntStream.of(bends), IntStream.of(0, more))
        .filter(bend -> bend >= from)
        .sorted()
        .distinct()
        .toArray();
  }

  private LinearAmount amount(
      AmountEncoder amountEncoder,
      IntToLongFunction gains,
      Bends bends,
      boolean mayBeZero,
      boolean isCounted,
      int low,
      int high,
      int windowFrom,
      int windowTo) {
    if (low > high) {
      if (mayBeZero) {
        mip.addOffset(gains.applyAsLong(0));
      } else {
        mip.impossible(amountEncoder.toggle() + "_" + amountEncoder.label());
      }
      return LinearAmount.NOTHING;
    }
    boolean isLong = high - low > LONG && !program.personsGains().shape().isQuadratic();
    mip.look(isLong ? 1 : high - low + 1L);
    if (mayBeZero && low == 1 && !isCounted) {
      // No rule counts it and the range has no hole: no switch when concave from 0.
      List<IncrementalForm> fromZero =
          isLong
              ? IncrementalForm.ofLinear(gains, bends.of(0, high), 0, high)
              : IncrementalForm.of(gains, 0, high, windowFrom, windowTo);
      if (fromZero.size() == 1) {
        exact &= fromZero.get(0).exact();
        return amountEncoder.put(fromZero, 0, true);
      }
    }
    List<IncrementalForm> forms =
        isLong
            ? IncrementalForm.ofLinear(gains, bends.of(low, high), low, high)
            : IncrementalForm.of(gains, low, high, windowFrom, windowTo);
    exact &= forms.stream().allMatch(IncrementalForm::exact);
    return amountEncoder.put(forms, mayBeZero ? gains.applyAsLong(0) : 0, !mayBeZero);
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
    mip.row("share_" + label, share, MipForm.Row.NO_LOWER, 0);
    if (some.switches().length > 0 && persons.get(i).switches().length > 0) {
      LinearExpression both =
          new LinearExpression().addPresence(1, some).addPresence(-1, persons.get(i));
      mip.row("both_" + label, both, MipForm.Row.NO_LOWER, 0);
    }
  }

  private void limit(SharedRule rule) {
    Term term = rule.quantity().term();
    if (term.isPresence() && !rule.canBind()) {
      return;
    }
    List<LinearAmount> amounts = term.ofMinors() ? minors : persons;
    int[] high = term.ofMinors() ? amountRanges.minorsHigh() : amountRanges.high();
    LinearExpression terms = new LinearExpression();
    long most = 0;
    for (int i : rule.members()) {
      if (term.isPresence()) {
        terms.addPresence(1, amounts.get(i));
      } else {
        terms.addAmount(1, amounts.get(i));
      }
      most += term.isPresence() ? 1 : Math.max(0, high[i]);
    }
    String name = rule.isGeneral() ? "" : "region_" + rule.region() + "_";
    mip.limit(name + term.label(), terms, rule.limits(), most);
  }

  private BitSet counted(SharedRule rule) {
    return counted[rule.quantity().term().ordinal()];
  }
}
