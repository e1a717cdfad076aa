package io.bosett.program.lots;

import java.util.Arrays;

/**
 * The sums of persons that a part of the candidates can reach by the number of selected, over all
 * numbers of places with minors for which it keeps its limits.
 *
 * @param least selected
 * @param lows by selected above the least
 * @param highs likewise; below the low where there are none
 */
record PersonsOfPart(int least, long[] lows, long[] highs) implements PartSums.Range {
  /** Limit on the pairs of selected and places that are looked at. */
  private static final long MOST = 100_000;

  /** Of a part that fits with some number of places. */
  static PersonsOfPart of(LotCounts counts) {
    int first = counts.firstPlaces();
    int least = counts.leastSelected(first);
    int width = Math.max(0, counts.mostSelected() - least + 1);
    PersonsOfPart persons = new PersonsOfPart(least, new long[width], new long[width]);
    Arrays.fill(persons.lows, Long.MAX_VALUE);
    if ((counts.mostPlaces() - first + 1L) * width > MOST) {
      persons.roughly(counts, first);
      return persons;
    }
    for (int z = first; z <= counts.mostPlaces(); z++) {
      int from = Math.max(least, counts.leastSelected(z));
      for (int s = from; s <= counts.mostSelected(z); s++) {
        persons.add(s, counts.leastPersons(s, z, counts.leastMinors(z)), counts.mostPersons(s, z));
      }
    }
    return persons;
  }

  /** With the fewest places and without minors, which leaves the widest ranges. */
  private void roughly(LotCounts counts, int first) {
    for (int k = 0; k < lows.length; k++) {
      lows[k] = counts.leastPersons(least + k, first, 0);
      highs[k] = counts.mostPersons(least + k, first);
    }
  }

  private void add(int s, long low, long high) {
    if (low <= high) {
      lows[s - least] = Math.min(lows[s - least], low);
      highs[s - least] = Math.max(highs[s - least], high);
    }
  }

  int most() {
    return least + lows.length - 1;
  }

  @Override
  public long low(int s) {
    return lows[s - least];
  }

  @Override
  public long high(int s) {
    return highs[s - least];
  }
}
