package io.bosett.program.lots;

import io.bosett.program.Assignment;
import io.bosett.program.CandidateRanges;
import io.bosett.program.Compliance;
import io.bosett.program.Program;
import io.bosett.program.Term;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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

  private final Program program;
  private final CandidateRanges c;
  private final List<LotPart> parts;
  private final int[] persons;
  private final int[] minors;

  private LotWitness(Program program, List<LotPart> parts) {
    this.program = program;
    this.parts = parts;
    c = program.candidates();
    persons = new int[c.size()];
    minors = new int[c.size()];
  }

  /** An assignment that satisfies all rules, or null when the heuristic finds none. */
  public static @Nullable Assignment of(Program program) {
    int[] regions = LotPart.regions(program);
    return regions.length == 0 ? undivided(program) : divided(program, regions);
  }

  private static @Nullable Assignment undivided(Program program) {
    int[] all = IntStream.range(0, program.size()).toArray();
    LotCounts counts = LotCounts.of(program);
    List<LotPart> parts = List.of(new LotPart(all, counts));
    @Nullable Assignment found = null;
    int tries = 0;
    for (int z = counts.leastPlaces(); z <= counts.mostPlaces() && tries < TRIES; z++) {
      int s = counts.leastSelected(z);
      if (found == null && s <= counts.mostSelected(z)) {
        tries++;
        long group = counts.leastMinors(z);
        LotWitness witness = new LotWitness(program, parts);
        witness.place(
            all,
            new PartSums.Share(z, group),
            new PartSums.Share(s, counts.leastPersons(s, z, group)));
        found = witness.verified();
      }
    }
    return found;
  }

  private static @Nullable Assignment divided(Program program, int[] regions) {
    List<LotPart> parts = LotPart.division(program, regions);
    PartSums ofMinors =
        new PartSums(program.limits(Term.MINORS_PLACES), program.limits(Term.MINORS));
    for (LotPart part : parts) {
      LotCounts counts = part.counts();
      if (!ofMinors.add(counts.leastPlaces(), counts.mostPlaces(), part.minors())) {
        return null;
      }
    }
    int z = ofMinors.firstCount(0);
    for (int tries = 0; z >= 0 && tries < TRIES; tries++) {
      @Nullable Assignment found = new LotWitness(program, parts).divided(ofMinors.shares(z));
      if (found != null) {
        return found;
      }
      z = ofMinors.firstCount(z + 1);
    }
    return null;
  }

  private @Nullable Assignment divided(PartSums.Share[] ofMinors) {
    PartSums ofPersons = new PartSums(program.limits(Term.SELECTED), program.limits(Term.PERSONS));
    for (int p = 0; p < ofMinors.length; p++) {
      LotCounts counts = parts.get(p).counts();
      int z = ofMinors[p].count();
      PartSums.Range range = parts.get(p).persons(z, ofMinors[p].sum());
      if (!ofPersons.add(counts.leastSelected(z), counts.mostSelected(), range)) {
        return null;
      }
    }
    int s = ofPersons.firstCount(0);
    if (s < 0) {
      return null;
    }
    PartSums.Share[] shares = ofPersons.shares(s);
    for (int p = 0; p < ofMinors.length; p++) {
      place(parts.get(p).members(), ofMinors[p], shares[p]);
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

  private void place(int[] members, PartSums.Share ofMinors, PartSums.Share ofPersons) {
    BitSet selected = new BitSet();
    long left = ofMinors.sum();
    for (int i : ordered(members, c.mayGoWithout(), this::mostMinors)) {
      if (selected.cardinality() < ofMinors.count() || !c.mayGoWithout().get(i)) {
        selected.set(i);
        minors[i] = c.minorsLow()[i];
        left -= minors[i];
      }
    }
    left = add(selected, minors, left, this::mostMinorsAtLeast);
    add(selected, minors, left, this::mostMinors);
    for (int i : ordered(members, c.mayDrop(), this::most)) {
      if (selected.cardinality() < ofPersons.count() || !c.mayDrop().get(i)) {
        selected.set(i);
      }
    }
    left = ofPersons.sum();
    for (int i = selected.nextSetBit(0); i >= 0; i = selected.nextSetBit(i + 1)) {
      persons[i] = Math.max(c.low()[i], program.share().personsFor(minors[i]));
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
