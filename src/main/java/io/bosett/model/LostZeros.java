package io.bosett.model;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Codes such as {@code 0301} whose zeros a spreadsheet program has taken for those of a number. */
public final class LostZeros {
  private static final int LONGEST = 20;

  private LostZeros() {}

  /**
   * What an unknown code may have been meant to be: the same number with other zeros before it.
   *
   * @param known whether there is a code
   */
  public static @Nullable String meant(String code, Predicate<String> known) {
    if (code.length() > LONGEST || !isDigits(code)) {
      return null;
    }
    String bare = code.replaceFirst("^0+(?=.)", "");
    for (String zeros = ""; zeros.length() + bare.length() <= LONGEST; zeros += "0") {
      if (known.test(zeros + bare)) {
        return zeros + bare;
      }
    }
    return null;
  }

  /** A warning when codes are digits of unequal length, or null. */
  public static @Nullable String warning(Collection<String> codes) {
    TreeMap<Integer, Long> lengths =
        codes.stream()
            .collect(Collectors.groupingBy(String::length, TreeMap::new, Collectors.counting()));
    if (lengths.size() < 2 || !codes.stream().allMatch(LostZeros::isDigits)) {
      return null;
    }
    int longest = lengths.lastKey();
    String first =
        codes.stream().filter(code -> code.length() < longest).sorted().findFirst().orElseThrow();
    String found =
        lengths.entrySet().stream().map(LostZeros::count).collect(Collectors.joining(", "));
    return "the ids are numbers of unequal length ("
        + found
        + "), as when a spreadsheet program has taken zeros away: is '"
        + first
        + "' meant to be '"
        + "0".repeat(longest - first.length())
        + first
        + "'?";
  }

  private static String count(Map.Entry<Integer, Long> length) {
    return length.getValue()
        + " of "
        + length.getKey()
        + (length.getKey() == 1 ? " digit" : " digits");
  }

  private static boolean isDigits(String code) {
    return !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
