package io.bosett.check.proof;

import io.bosett.check.recount.PlaceRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * Limits on the sums of persons and of minors over a set of candidates, of which s are asked and z
 * of those take minors. Computed by sorting and adding ({@code models/problem.md}, "The arithmetic
 * of lots").
 */
final class SetSums {
  /** Limit on the sums of places with minors that are looked at for one number of them. */
  private static final long MOST_STEPS = 200_000;

  private final PlaceRules rules;

  /** Largest number of persons that matters. */
  private final int demand;

  private int asked;
  private int withMinors;
  private long askedLeast;
  private long askedMost;
  private long groupsLeast;
  private long groupsMost;

  /** Those asked anyway who may take minors. */
  private int askedWhoMay;

  private boolean isStuck;

  /** The smallest group, the fewest persons and the most minors of those who may take any. */
  private long smallestGroup = Long.MAX_VALUE;

  private long smallestOfThoseWhoMay = Long.MAX_VALUE;
  private final List<Long> rooms = new ArrayList<>();
  private final List<Long> least = new ArrayList<>();
  private final List<Long> leastWithoutMinors = new ArrayList<>();
  private final List<Long> extraForMinors = new ArrayList<>();
  private final List<Long> leastMinors = new ArrayList<>();
  private final List<Long> mostMinors = new ArrayList<>();
  private final List<Long> mostOfThoseWhoMay = new ArrayList<>();
  private final List<Long> mostOfOthers = new ArrayList<>();

  /** By places, and by minors above the smallest groups. */
  private final List<long[]> fewestOfGroups = new ArrayList<>();

  SetSums(PlaceRules rules, int[] members, int demand) {
    this.rules = rules;
    this.demand = demand;
    for (int i : members) {
      enter(i);
    }
    for (List<Long> ascending : List.of(least, leastWithoutMinors, extraForMinors, leastMinors)) {
      Collections.sort(ascending);
    }
    for (List<Long> descending : List.of(rooms, mostMinors, mostOfThoseWhoMay, mostOfOthers)) {
      descending.sort(Comparator.reverseOrder());
    }
  }

  private void enter(int i) {
    long persons = rules.leastPersons(i);
    long most = rules.mostPersons(i);
    boolean needsMinors = !rules.mayBeWithoutMinors(i);
    boolean isAsked = needsMinors || !rules.mayBeNobody(i);
    if (persons > most) {
      isStuck |= isAsked;
      return;
    }
    long group = rules.leastMinors(i);
    long minors = rules.mostMinors(i, (int) most);
    boolean may = group <= minors;
    isStuck |= needsMinors && !may;
    if (may) {
      smallestGroup = Math.min(smallestGroup, group);
      rooms.add(minors);
      smallestOfThoseWhoMay = Math.min(smallestOfThoseWhoMay, persons);
    }
    long forMinors = may ? Math.max(persons, rules.personsFor(group, (int) most)) : persons;
    if (isAsked) {
      asked++;
      askedLeast += needsMinors ? forMinors : persons;
      askedMost += most;
      askedWhoMay += may ? 1 : 0;
    } else {
      least.add(persons);
      (may ? mostOfThoseWhoMay : mostOfOthers).add(most);
    }
    if (needsMinors) {
      withMinors++;
      groupsLeast += group;
      groupsMost += minors;
    } else {
      leastWithoutMinors.add(persons);
      if (may) {
        extraForMinors.add(forMinors - persons);
        leastMinors.add(group);
        mostMinors.add(minors);
      }
    }
  }

  /** Whether a candidate has no allowed choice. */
  boolean isStuck() {
    return isStuck;
  }

  int fewestAsked() {
    return asked;
  }

  int mostAsked() {
    return asked + least.size();
  }

  int fewestPlaces() {
    return withMinors;
  }

  int mostPlaces() {
    return withMinors + leastMinors.size();
  }

  long leastMinors(int z) {
    return groupsLeast + sum(leastMinors, z - withMinors);
  }

  long mostMinors(int z) {
    return groupsMost + sum(mostMinors, z - withMinors);
  }

  private static long sum(List<Long> numbers, int first) {
    return numbers.subList(0, first).stream().mapToLong(number -> number).sum();
  }

  /**
   * The fewest persons when z take so many minors together, by the number asked, from {@link
   * #fewestAsked()} on; for fewer asked than z without meaning.
   */
  long[] leastPersons(int z, long minors) {
    long each = askedLeast + sum(extraForMinors, z - withMinors);
    long together = Math.max(rules.personsFor(minors, demand), ofGroups(z, minors));
    long byShare = together + sum(leastWithoutMinors, Math.max(0, asked - z));
    long[] fewest = new long[least.size() + 1];
    for (int k = 0; k < fewest.length; k++) {
      fewest[k] = Math.max(each, byShare);
      each += k < least.size() ? least.get(k) : 0;
      int without = asked + k - z;
      byShare +=
          without >= 0 && without < leastWithoutMinors.size() ? leastWithoutMinors.get(without) : 0;
    }
    return fewest;
  }

  /**
   * The fewest persons of z places with at least so many minors, each of whom keeps the share by
   * itself: by all sums of one place more. 0 where that takes too long.
   */
  private long ofGroups(int z, long minors) {
    long above = Math.max(0, minors - z * smallestGroup);
    if (z == 0 || z > rooms.size() || above > MOST_STEPS) {
      return 0;
    }
    long widest = Math.min(above, rooms.get(0) - smallestGroup);
    if (z * (above + 1) * (widest + 1) > MOST_STEPS) {
      return 0;
    }
    if (fewestOfGroups.isEmpty() || above >= fewestOfGroups.get(0).length) {
      fewestOfGroups.clear();
      fewestOfGroups.add(new long[(int) above + 1]);
      Arrays.fill(fewestOfGroups.get(0), 1, (int) above + 1, demand + 1L);
    }
    while (fewestOfGroups.size() <= z) {
      int last = fewestOfGroups.size() - 1;
      fewestOfGroups.add(withOneMore(fewestOfGroups.get(last), rooms.get(last) - smallestGroup));
    }
    return Math.min(demand + 1L, fewestOfGroups.get(z)[(int) above]);
  }

  private long[] withOneMore(long[] before, long width) {
    long[] after = new long[before.length];
    Arrays.fill(after, demand + 1L);
    for (int k = 0; k <= width && k < after.length; k++) {
      long own = Math.max(smallestOfThoseWhoMay, rules.personsFor(smallestGroup + k, demand));
      for (int rest = 0; rest + k < after.length; rest++) {
        after[rest + k] = Math.min(after[rest + k], before[rest] + own);
      }
    }
    return after;
  }

  /**
   * The most persons when z may take minors, by the number asked, from {@link #fewestAsked()} on;
   * -1 where too few of them may.
   */
  long[] mostPersons(int z) {
    int first = Math.max(0, z - askedWhoMay);
    List<Long> rest = new ArrayList<>(mostOfOthers);
    rest.addAll(mostOfThoseWhoMay.subList(first, mostOfThoseWhoMay.size()));
    rest.sort(Comparator.reverseOrder());
    long[] most = new long[least.size() + 1];
    long sum = askedMost + sum(mostOfThoseWhoMay, first);
    for (int k = 0; k < most.length; k++) {
      most[k] = k < first ? -1 : sum;
      sum += k >= first && k - first < rest.size() ? rest.get(k - first) : 0;
    }
    return most;
  }
}
