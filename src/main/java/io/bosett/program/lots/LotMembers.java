package io.bosett.program.lots;

import io.bosett.program.CandidateRanges;
import io.bosett.program.Program;
import io.bosett.program.ShareLimit;
import java.util.function.BooleanSupplier;

/**
 * The members of a set as {@link LotSums} adds them up: totals of those that must be selected or
 * must take minors, and a list of numbers of those that may.
 */
final class LotMembers {
  /** Members between two polls. */
  private static final int BETWEEN_POLLS = 4_096;

  private final CandidateRanges ranges;
  private final ShareLimit share;

  final Forced forced = new Forced();

  /** Totals of the members that must be selected; kept longer than the lists, which are long. */
  static final class Forced {
    int count;

    /** Those that may take minors. */
    int eligible;

    long leastPersons;
    long mostPersons;

    /** Those that must take minors. */
    int withMinors;

    long leastMinors;
    long mostMinors;

    /** Whether some member has no allowed choice. */
    boolean isStuck;
  }

  /** The fewest persons of the optional members, and their caps by whether they may take minors. */
  final LongList persons = new LongList();

  final LongList eligible = new LongList();
  final LongList others = new LongList();

  /** The fewest persons without minors, and for those who may take minors what they add to them. */
  final LongList withoutMinors = new LongList();

  final LongList extraForMinors = new LongList();

  /** The least and the most minors of those who may take some. */
  final LongList groups = new LongList();

  final LongList minors = new LongList();

  /** Of all who may take minors: the most of each, the smallest group, the fewest persons. */
  private final LongList rooms = new LongList();

  private int leastGroup = Integer.MAX_VALUE;
  private long leastPlace = Long.MAX_VALUE;

  private LotMembers(Program program) {
    ranges = program.candidates();
    share = program.share();
  }

  /**
   * @param members of the set
   * @param stop polled between members
   * @throws LotsStoppedException when it says so
   */
  static LotMembers of(Program program, int[] members, BooleanSupplier stop) {
    LotMembers all = new LotMembers(program);
    int seen = 0;
    for (int i : members) {
      if (++seen % BETWEEN_POLLS == 0) {
        LotSums.poll(stop);
      }
      all.add(i);
    }
    return all;
  }

  private void add(int i) {
    boolean needsMinors = !ranges.mayGoWithout().get(i);
    boolean isForced = !ranges.mayDrop().get(i) || needsMinors;
    int low = Math.max(1, ranges.low()[i]);
    int high = ranges.high()[i];
    int most = low <= high ? Math.min(ranges.minorsHigh()[i], share.minorsOf(high)) : 0;
    int group = Math.max(1, ranges.minorsLow()[i]);
    boolean mayTakeMinors = group <= most;
    forced.isStuck |= isForced && (low > high || (needsMinors && !mayTakeMinors));
    if (low > high) {
      return;
    }
    int withMinors = mayTakeMinors ? Math.max(low, share.personsFor(group)) : low;
    if (mayTakeMinors) {
      leastGroup = Math.min(leastGroup, group);
      rooms.add(most);
      leastPlace = Math.min(leastPlace, low);
    }
    if (isForced) {
      forced.count++;
      forced.leastPersons += needsMinors ? withMinors : low;
      forced.mostPersons += high;
      forced.eligible += mayTakeMinors ? 1 : 0;
    } else {
      persons.add(low);
      (mayTakeMinors ? eligible : others).add(high);
    }
    if (needsMinors) {
      forced.withMinors++;
      forced.leastMinors += group;
      forced.mostMinors += most;
      return;
    }
    withoutMinors.add(low);
    if (mayTakeMinors) {
      extraForMinors.add(withMinors - low);
      groups.add(group);
      minors.add(most);
    }
  }

  /** The places with minors by themselves. */
  GroupPersons groupPersons() {
    long fewest = leastPlace;
    ShareLimit limit = share;
    return new GroupPersons(
        leastGroup, rooms.descending(), some -> Math.max(fewest, limit.personsFor(some)));
  }
}
