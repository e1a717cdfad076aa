package io.bosett.model;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

  /**
   * A warning when ids are numbers of unequal length, or begin with the number of their county only
   * after a zero; else null.
   */
  public static @Nullable String warning(Dataset dataset) {
    List<String> ids = IntStream.range(0, dataset.size()).mapToObj(dataset::municipality).toList();
    String warning = unequal(ids);
    return warning == null ? beforeCounties(dataset) : warning;
  }

  /** The zero that every id has lost where no other tells: {@code 301} in county {@code 03}. */
  private static @Nullable String beforeCounties(Dataset dataset) {
    boolean lost =
        IntStream.range(0, dataset.size())
            .allMatch(i -> isBehindZero(dataset.municipality(i), dataset.county(i)));
    return lost && dataset.size() > 0
        ? "no id begins with the number of its county, and each does after a zero, as when a"
            + " spreadsheet program has taken zeros away: is '"
            + dataset.municipality(0)
            + "' meant to be '0"
            + dataset.municipality(0)
            + "'?"
        : null;
  }

  private static boolean isBehindZero(String id, String county) {
    return county.startsWith("0")
        && isDigits(id)
        && isDigits(county)
        && !id.startsWith(county)
        && ("0" + id).startsWith(county);
  }

  private static @Nullable String unequal(Collection<String> codes) {
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
    return CountPhrases.count(length.getValue())
        + " of "
        + CountPhrases.of(length.getKey(), "digit", "digits");
  }

  private static boolean isDigits(String code) {
    return !code.isEmpty() && code.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
