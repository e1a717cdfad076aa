package io.bosett.program.lots;

import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A greedy heuristic for a feasible assignment by the arithmetic of lots: numbers of places and
 * sums for each part, then minors to the places with most room for them and persons to those with
 * the largest caps. It succeeds where capacity barely suffices, which Lagrangian prices handle
 * badly. Regions that overlap count only in the final check. An assignment it finds is verified;
 * failure means nothing.
 */
public final class LotWitness {
  /** Limit on the numbers of places with minors that are tried. */
  private static final int TRIES = 6;

  /** Limit on the candidates of programs for which minors are also spread more evenly. */
  private static final int MOST_WITH_VARIANTS = 5_000;

  private final Program program;
  private final CandidateRanges c;
  private final BooleanSupplier stop;
  private final int[] persons;
  private final int[] minors;

  private LotWitness(Program program, BooleanSupplier stop) {
    this.program = program;
    this.stop = stop;
    c = program.candidates();
    persons = new int[c.size()];
    minors = new int[c.size()];
  }

  /**
   * An assignment that satisfies all rules, or null when the heuristic finds none.
   *
   * @param stop polled all along; when it says so, none is found
   */
  public static @Nullable Assignment of(Program program, BooleanSupplier stop) {
    try {
      if (program.size() <= MOST_WITH_VARIANTS) {
        for (int some : new int[] {0, evenly(program)}) {
          @Nullable Assignment found = ofAny(program.withCandidates(sparing(program, some)), stop);
          if (found != null) {
            return found;
          }
        }
      }
      return ofAny(program, stop);
    } catch (LotsStoppedException e) {
      return null;
    }
  }

  private static @Nullable Assignment ofAny(Program program, BooleanSupplier stop) {
    int[] regions = LotPart.regions(program);
    if (regions.length == 0) {
      return undivided(program, stop);
    }
    List<LotPart> parts = LotPart.division(program, neediestFirst(program, regions), stop);
    @Nullable Assignment found = divided(program, parts, true, stop);
    return found == null ? divided(program, parts, false, stop) : found;
  }

  /** With no more minors anywhere than fit without more persons than a number of them needs. */
  private static CandidateRanges sparing(Program program, int some) {
    CandidateRanges c = program.candidates().copy();
    for (int i = 0; i < c.size(); i++) {
      int group = Math.max(some, Math.max(0, c.minorsLow()[i]));
      int fewest = Math.max(c.low()[i], program.share().personsFor(group));
      c.minorsHigh()[i] = Math.min(c.minorsHigh()[i], program.share().minorsOf(fewest));
    }
    return c;
  }

  /** The minors of a place when as many places as may be have about the same number. */
  private static int evenly(Program program) {
    CandidateRanges c = program.candidates();
    long places =
        IntStream.range(0, c.size()).filter(i -> c.minorsLow()[i] <= c.minorsHigh()[i]).count();
    long most = Math.max(1, Math.min(places, program.limits(Term.MINORS_PLACES).most()));
    long evenly = 1 + (program.limits(Term.MINORS).least() - 1) / most;
    int group = IntStream.of(c.minorsLow()).min().orElse(1);
    return (int) Math.min(Integer.MAX_VALUE, Math.max(evenly, group + 1));
  }

  /** Regions that must have persons first: their persons may as well take the minors. */
  private static int[] neediestFirst(Program program, int[] regions) {
    return IntStream.of(regions)
        .boxed()
        .sorted(Comparator.comparingInt(region -> mustHavePersons(program, region) ? 0 : 1))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean mustHavePersons(Program program, int region) {
    return program.rules().stream()
        .filter(rule -> !rule.isGeneral() && rule.region() == region)
        .filter(rule -> rule.quantity() == Term.PERSONS || rule.quantity() == Term.SELECTED)
        .anyMatch(rule -> rule.limits().hasLeast());
  }

  private static @Nullable Assignment undivided(Program program, BooleanSupplier stop) {
    int[] all = IntStream.range(0, program.size()).toArray();
    LotCounts counts = LotCounts.of(program, stop);
    @Nullable Assignment found = null;
    int tries = 0;
    for (int z = counts.leastPlaces(); z <= counts.mostPlaces() && tries < TRIES; z++) {
      LotSums.poll(stop);
      if (found == null && counts.fits(z)) {
        tries++;
        LotWitness witness = new LotWitness(program, stop);
        witness.placeMinors(all, new PartSums.Share(z, counts.leastMinors(z)));
        found = witness.withPersonsOfAll(z);
      }
    }
    return found;
  }

  /**
   * @param spares whether parts take minors at no more places than they need for their persons
   */
  private static @Nullable Assignment divided(
      Program program, List<LotPart> parts, boolean spares, BooleanSupplier stop) {
    PartSums ofMinors =
        new PartSums(program.limits(Term.MINORS_PLACES), program.limits(Term.MINORS));
    for (LotPart part : parts) {
      LotCounts counts = part.counts();
      if (counts.firstPlaces() < 0
          || !ofMinors.add(counts.leastPlaces(), mostPlaces(counts, spares), part.minors())) {
        return null;
      }
    }
    int z = ofMinors.firstCount(0);
    int step = Math.max(1, (ofMinors.mostCount() - z) / TRIES);
    for (int tries = 0; z >= 0 && tries < TRIES; tries++) {
      PartSums.Share[] shares = ofMinors.shares(z);
      LotWitness witness = new LotWitness(program, stop);
      for (int p = 0; p < shares.length; p++) {
        LotSums.poll(stop);
        witness.placeMinors(parts.get(p).members(), shares[p]);
      }
      @Nullable Assignment found = witness.withPersonsByPart();
      if (found != null) {
        return found;
      }
      z = ofMinors.firstCount(z + step);
    }
    return null;
  }

  private static int mostPlaces(LotCounts counts, boolean spares) {
    int needed = spares ? counts.leastSelected(counts.firstPlaces()) : 0;
    return needed == 0
        ? counts.mostPlaces()
        : Math.max(counts.firstPlaces(), Math.min(counts.mostPlaces(), needed));
  }

  /** The program with the minors as they are placed: what is left are persons. */
  private Program ofPersons() {
    CandidateRanges placed = c.copy();
    for (int i = 0; i < minors.length; i++) {
      if (minors[i] > 0) {
        placed.low()[i] = Math.max(c.low()[i], program.share().personsFor(minors[i]));
        placed.minorsLow()[i] = minors[i];
        placed.minorsHigh()[i] = minors[i];
        placed.mayDrop().clear(i);
        placed.mayGoWithout().clear(i);
      } else if (c.mayGoWithout().get(i)) {
        placed.minorsLow()[i] = 1;
        placed.minorsHigh()[i] = 0;
      }
    }
    return program.withCandidates(placed);
  }

  private @Nullable Assignment withPersonsOfAll(int z) {
    Program rest = ofPersons();
    LotCounts counts = LotCounts.of(rest, stop);
    if (counts.firstPlaces() != z) {
      return null;
    }
    int[] all = IntStream.range(0, program.size()).toArray();
    int s = counts.leastSelected(z);
    placePersons(
        rest, all, new PartSums.Share(s, counts.leastPersons(s, z, counts.leastMinors(z))));
    return verified();
  }

  private @Nullable Assignment withPersonsByPart() {
    Program rest = ofPersons();
    List<LotPart> parts = LotPart.division(rest, LotPart.regions(program), stop);
    PartSums ofPersons = new PartSums(program.limits(Term.SELECTED), program.limits(Term.PERSONS));
    for (LotPart part : parts) {
      if (part.counts().firstPlaces() < 0) {
        return null;
      }
      PersonsOfPart range = part.persons();
      if (!ofPersons.add(range.least(), range.most(), range)) {
        return null;
      }
    }
    int s = ofPersons.firstCount(0);
    if (s < 0) {
      return null;
    }
    PartSums.Share[] shares = ofPersons.shares(s);
    for (int p = 0; p < shares.length; p++) {
      placePersons(rest, parts.get(p).members(), shares[p]);
    }
    return verified();
  }

  private @Nullable Assignment verified() {
    Assignment found = new Assignment(persons, minors);
    return Compliance.allows(program, found) ? found : null;
  }

  private int most(int i) {
    return c.low()[i] <= c.high()[i] ? c.high()[i] : 0;
  }

  private int mostMinors(int i) {
    int allowed = Math.min(c.minorsHigh()[i], program.share().minorsOf(most(i)));
    return c.minorsLow()[i] <= allowed ? allowed : 0;
  }

  /** How many minors fit without more persons than the group needs. */
  private int mostMinorsAtLeast(int i) {
    int fewest = Math.max(c.low()[i], program.share().personsFor(c.minorsLow()[i]));
    return Math.min(mostMinors(i), program.share().minorsOf(fewest));
  }

  /** Members with room: forced ones first, then by descending room, and by descending cap. */
  private int[] ordered(int[] members, BitSet others, IntUnaryOperator room) {
    int[] with = new int[members.length];
    long[] keys = new long[members.length];
    Integer[] order = new Integer[members.length];
    int count = 0;
    for (int i : members) {
      int space = room.applyAsInt(i);
      if (space > 0) {
        long forced = others.get(i) ? 1L << 62 : 0;
        keys[count] =
            forced | (long) (Integer.MAX_VALUE - space) << 31 | (Integer.MAX_VALUE - most(i));
        order[count] = count;
        with[count++] = i;
      }
    }
    Arrays.sort(order, 0, count, Comparator.comparingLong(k -> keys[k]));
    int[] ordered = new int[count];
    for (int k = 0; k < count; k++) {
      ordered[k] = with[order[k]];
    }
    return ordered;
  }

  private void placeMinors(int[] members, PartSums.Share share) {
    List<Integer> takers = new ArrayList<>();
    for (int i : ordered(members, c.mayGoWithout(), this::mostMinors)) {
      if (takers.size() < share.count() || !c.mayGoWithout().get(i)) {
        takers.add(i);
      }
    }
    takers.sort(Comparator.<Integer>comparingInt(i -> -mostMinors(i)).thenComparing(i -> -most(i)));
    int @Nullable [] split = split(takers, share.sum());
    if (split != null) {
      for (int k = 0; k < split.length; k++) {
        minors[takers.get(k)] = split[k];
      }
      return;
    }
    BitSet who = new BitSet();
    long left = share.sum();
    for (int i : takers) {
      who.set(i);
      minors[i] = c.minorsLow()[i];
      left -= minors[i];
    }
    left = add(who, minors, left, this::mostMinorsAtLeast);
    add(who, minors, left, this::mostMinors);
  }

  /** The minors of places of one minimum in the fewest persons; null where that is not known. */
  private int @Nullable [] split(List<Integer> takers, long sum) {
    if (takers.isEmpty()) {
      return null;
    }
    int first = takers.get(0);
    int group = c.minorsLow()[first];
    int low = c.low()[first];
    if (takers.stream().anyMatch(i -> c.minorsLow()[i] != group || c.low()[i] != low)) {
      return null;
    }
    return new GroupPersons(
            group,
            takers.stream().mapToInt(this::mostMinors).toArray(),
            some -> Math.max(low, program.share().personsFor(some)))
        .split(takers.size(), sum);
  }

  /**
   * @param rest the program with the minors placed
   */
  private void placePersons(Program rest, int[] members, PartSums.Share share) {
    CandidateRanges placed = rest.candidates();
    BitSet selected = new BitSet();
    for (int i : ordered(members, placed.mayDrop(), this::most)) {
      if (selected.cardinality() < share.count() || !placed.mayDrop().get(i)) {
        selected.set(i);
      }
    }
    long left = share.sum();
    for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
      persons[i] = placed.low()[i];
      left -= persons[i];
    }
    add(selected, persons, left, this::most);
  }

  private static long add(BitSet who, int[] numbers, long wanted, IntUnaryOperator upTo) {
    long left = wanted;
    for (int i = who.nextSetBit(0); i >= 0 && left > 0; i = who.nextSetBit(i + 1)) {
      long more = Math.max(0, Math.min(left, upTo.applyAsInt(i) - numbers[i]));
      numbers[i] += (int) more;
      left -= more;
    }
    return left;
  }
}
