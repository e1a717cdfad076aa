package io.bosett.documents.imports.facts;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of municipalities, in all spellings that are known, with the codes that bear them. */
final class PlaceNames {
  private static final Pattern VALIDITY =
      Pattern.compile(
          "\\s*\\((?:(?:t\\.?\\s?o\\.?\\s?m\\.?|f\\.?\\s?o\\.?\\s?m\\.?|til|fra)\\s*)?"
              + "(?:\\d{4}\\s*-?\\s*(?:\\d{4})?|-\\s*\\d{4})\\)$");
  private static final Pattern QUALIFIED = Pattern.compile("(.+?)\\s*\\(([^()]+)\\)");
  private static final Pattern KIND = Pattern.compile("\\s+(?:kommune|kommuna|municipality)$");
  private static final Pattern PARTS = Pattern.compile("\\s+-\\s+|\\s*/\\s*");

  private final Map<String, Set<String>> codes = new HashMap<>();
  private final Map<String, Set<String>> codesOfParts = new HashMap<>();

  /**
   * A name as it is looked up.
   *
   * @param name without county and years
   * @param county what stands in parentheses, in lower case; may be empty
   */
  record Key(String name, String county) {}

  void add(String code, String name) {
    Key key = key(name);
    put(codes, key.name, code);
    put(codes, bare(name), code);
    for (String part : PARTS.split(key.name)) {
      put(codesOfParts, part, code);
    }
  }

  private static void put(Map<String, Set<String>> index, String name, String code) {
    if (!name.isEmpty()) {
      index.computeIfAbsent(name, n -> new TreeSet<>()).add(code);
    }
  }

  static Key key(String text) {
    String bare = bare(text);
    Matcher qualified = QUALIFIED.matcher(bare);
    return qualified.matches()
        ? new Key(qualified.group(1), qualified.group(2))
        : new Key(bare, "");
  }

  /** Without the years in which it was valid. */
  private static String bare(String text) {
    String folded = VALIDITY.matcher(Spaces.folded(text)).replaceAll("");
    return KIND.matcher(folded).replaceAll("");
  }

  /** The codes that bear a name, of any year. */
  Set<String> codes(String name) {
    Set<String> exact = codes.get(name);
    if (exact != null) {
      return exact;
    }
    if (name.indexOf('?') >= 0) {
      return wildcard(name);
    }
    Set<String> part = codesOfParts.get(name);
    return part != null ? part : ofAnyPart(name);
  }

  /** Of a name in several languages, any may be known. */
  private Set<String> ofAnyPart(String name) {
    Set<String> all = new TreeSet<>();
    for (String part : PARTS.split(name)) {
      all.addAll(codes.getOrDefault(part, codesOfParts.getOrDefault(part, Set.of())));
    }
    return all;
  }

  /** A question mark stands for a letter that the file's encoding did not have. */
  private Set<String> wildcard(String name) {
    Set<String> all = new TreeSet<>();
    for (Map<String, Set<String>> index : List.of(codes, codesOfParts)) {
      index.forEach(
          (known, its) -> {
            if (all.isEmpty() && fits(name, known)) {
              all.addAll(its);
            }
          });
    }
    return all;
  }

  private static boolean fits(String name, String known) {
    if (name.length() != known.length()) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != known.charAt(i) && (c != '?' || known.charAt(i) < 0x80)) {
        return false;
      }
    }
    return true;
  }

  /** Whether any code bears the name. */
  boolean isKnown(String name) {
    return !codes(name).isEmpty();
  }

  /** All names of a collection of codes that are among those given. */
  static List<String> within(Collection<String> codes, Set<String> allowed) {
    return codes.stream().filter(allowed::contains).toList();
  }
}
