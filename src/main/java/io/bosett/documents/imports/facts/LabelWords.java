package io.bosett.documents.imports.facts;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What rows, columns and signs are called in the files that are published: data, in a resource. */
public final class LabelWords {
  private static final String FILE = "/imports/words.csv";
  private static final Map<Kind, Set<String>> ALL = load();

  private LabelWords() {}

  /** What a word says. */
  public enum Kind {
    /** A row of the whole country. */
    COUNTRY,
    /** A row of sums. */
    TOTAL,
    /** A row of means. */
    MEAN,
    /** Labels that belong to no municipality. */
    NOWHERE,
    /** A place that is no municipality of the mainland. */
    ELSEWHERE,
    /** A column or dimension of years. */
    TIME,
    /** A column or dimension of units. */
    UNIT,
    /** A column that only lists of codes have. */
    CODE_LIST,
    /** Part of a text that says that a figure is kept secret. */
    HIDDEN,
    /** Part of a unit or heading whose figures cannot be summed. */
    RATE
  }

  /** Whether a text is one of the words, whatever its case and white space. */
  public static boolean is(Kind kind, String text) {
    return ALL.getOrDefault(kind, Set.of()).contains(bare(text));
  }

  /** Whether a text contains one of the words. */
  public static boolean contains(Kind kind, String text) {
    String folded = Spaces.folded(text);
    return ALL.getOrDefault(kind, Set.of()).stream().anyMatch(folded::contains);
  }

  private static String bare(String text) {
    String folded = Spaces.folded(text);
    return folded.endsWith(":") ? folded.substring(0, folded.length() - 1) : folded;
  }

  private static Map<Kind, Set<String>> load() {
    Map<Kind, Set<String>> all = new EnumMap<>(Kind.class);
    try (InputStream in = LabelWords.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      try (CsvReader<CsvRecord> rows = CsvReader.builder().ofCsvRecord(text)) {
        rows.stream().skip(1).forEach(row -> add(all, row));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return all;
  }

  private static void add(Map<Kind, Set<String>> all, CsvRecord row) {
    Kind kind = Kind.valueOf(row.getField(0).toUpperCase(Locale.ROOT).replace(' ', '_'));
    all.computeIfAbsent(kind, k -> new HashSet<>()).add(Spaces.folded(row.getField(1)));
  }
}
