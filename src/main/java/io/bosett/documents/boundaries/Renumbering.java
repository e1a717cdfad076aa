package io.bosett.documents.boundaries;

import io.bosett.documents.boundaries.Lineage.Share;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Older codes of municipalities as those of a later year: where one became one, or several became
 * one, the new code; where one was divided, all that it became.
 *
 * @param moved old code to new code
 * @param divided old code to the new codes among which nobody can choose
 */
public record Renumbering(Map<String, String> moved, Map<String, List<String>> divided) {
  private static final int SHOWN = 12;

  public Renumbering {
    moved = new TreeMap<>(moved);
    divided = new TreeMap<>(divided);
  }

  /**
   * What the codes are among those of a later year.
   *
   * @param codes of any year
   * @param later municipalities, by which the year is found
   * @param folders where {@code changes.csv} is looked for before the datasets that ship
   */
  public static Renumbering of(
      Collection<String> codes, Collection<String> later, List<Path> folders) {
    Set<String> foreign = new TreeSet<>(codes);
    foreign.removeAll(later);
    Map<String, String> moved = new TreeMap<>();
    Map<String, List<String>> divided = new TreeMap<>();
    Lineage lineage = foreign.isEmpty() ? null : lineage(foreign, folders);
    Integer year = lineage == null ? null : lineage.yearOf(later);
    if (lineage != null && year != null) {
      for (String code : foreign) {
        Lineage.Span span = lineage.span(code);
        if (lineage.isKnown(code) && span.last() < year) {
          List<Share> shares = lineage.forward(code, span.last(), year);
          if (shares.size() == 1 && isWhole(shares.get(0))) {
            moved.put(code, shares.get(0).code());
          } else {
            divided.put(code, shares.stream().map(Share::code).sorted().toList());
          }
        }
      }
    }
    return new Renumbering(moved, divided);
  }

  private static boolean isWhole(Share share) {
    return share.weight() != null && share.weight().compareTo(BigDecimal.ONE) == 0;
  }

  /** The first lineage that knows one of the codes, or null. */
  private static @Nullable Lineage lineage(Set<String> codes, List<Path> folders) {
    List<List<CodeChange>> all = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isRegularFile(folder.resolve(ExtraFiles.CHANGES))) {
        all.add(ExtraFiles.changes(folder));
      }
    }
    shippedIds().forEach(id -> all.add(shipped(id)));
    for (List<CodeChange> changes : all) {
      Lineage lineage = new Lineage(changes);
      if (codes.stream().anyMatch(lineage::isKnown)) {
        return lineage;
      }
    }
    return null;
  }

  private static List<String> shippedIds() {
    String text = resource("/datasets/shipped.txt");
    return text.lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  private static List<CodeChange> shipped(String id) {
    return ExtraFiles.changesOf(resource("/datasets/" + id + "/" + ExtraFiles.CHANGES));
  }

  private static String resource(String name) {
    try (InputStream in = Renumbering.class.getResourceAsStream(name)) {
      return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is nothing to move and nothing divided. */
  public boolean isEmpty() {
    return moved.isEmpty() && divided.isEmpty();
  }

  /** The codes that move, for people. */
  public String shown() {
    String some =
        moved.entrySet().stream()
            .limit(SHOWN)
            .map(entry -> entry.getKey() + " is " + entry.getValue())
            .collect(Collectors.joining(", "));
    return moved.size() > SHOWN ? some + " and " + (moved.size() - SHOWN) + " more" : some;
  }
}
