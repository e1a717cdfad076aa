package io.bosett.program.form;

import io.bosett.program.Program;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the names of columns and rows in a model file stand for. A name is made of parts between
 * underscores: what it is, the candidate's label or the region's number, and for steps the number
 * that they lead to.
 *
 * @param candidates by label, in the order of the program
 * @param regions names by number, empty for regions without one
 */
public record FormLegend(Map<String, Candidate> candidates, List<String> regions) {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
  private static final int LONGEST = 120;

  /** A legend without names. */
  static final FormLegend NONE = new FormLegend(Map.of(), List.of());

  /** The municipality behind a label. */
  public record Candidate(String label, String id, String name) {}

  /** One name, with the municipality that it is about, if any, and what it means. */
  public record Meaning(
      String name, boolean isColumn, String id, String municipality, String text) {}

  /**
   * The legend of a program.
   *
   * @param names of the candidates
   * @param regions names of the regions
   */
  public static FormLegend of(Program program, List<String> names, List<String> regions) {
    String[] ids = program.candidates().ids();
    String[] labels = ColumnNames.of(ids);
    Map<String, Candidate> candidates = new LinkedHashMap<>();
    for (int i = 0; i < ids.length; i++) {
      candidates.put(labels[i], new Candidate(labels[i], ids[i], names.get(i)));
    }
    return new FormLegend(candidates, List.copyOf(regions));
  }

  /** Lines for the head of a model file, without line ends and at most about 250 characters. */
  List<String> comments() {
    List<String> lines = new ArrayList<>();
    if (!candidates.isEmpty()) {
      lines.add(
          "y_A: A is asked; x_A_n: its persons, step up to n; z_A, m_A_n: the same of minors.");
    }
    for (int r = 0; r < regions.size(); r++) {
      lines.add("region_" + r + " = " + line(regions.get(r)));
    }
    for (Candidate one : candidates.values()) {
      String id = one.id().equals(one.label()) ? "" : line(one.id()) + " ";
      lines.add(one.label() + " = " + id + line(one.name()));
    }
    return lines;
  }

  private static String line(String text) {
    String plain = CONTROL.matcher(text).replaceAll(" ");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }

  /** What each column and row of a form means, in their order. */
  public List<Meaning> meanings(MipForm form) {
    List<Meaning> meanings = new ArrayList<>();
    form.columns().forEach(column -> meanings.add(meaning(column.name(), true)));
    form.rows().forEach(row -> meanings.add(meaning(row.name(), false)));
    return meanings;
  }

  private static final Map<String, String> PARTS = new HashMap<>();

  static {
    PARTS.put("y", "1 when it is asked");
    PARTS.put("z", "1 when it takes minors");
    PARTS.put("x", "persons");
    PARTS.put("m", "minors");
    PARTS.put("share", "minors within the share of the persons");
    PARTS.put("both", "minors only where persons are asked for");
    PARTS.put("on", "a step only where its switch is on");
    PARTS.put("one", "one switch at most, or exactly one");
    PARTS.put("never", "always 0: no number is allowed");
    PARTS.put("none", "cannot hold: no number is allowed");
    PARTS.put("persons", "sum of the persons");
    PARTS.put("minors", "sum of the minors");
    PARTS.put("selected", "number of municipalities that are asked");
  }

  private Meaning meaning(String name, boolean isColumn) {
    String[] parts = name.split("_");
    if (parts[0].equals("region")) {
      String region = regions.get(Integer.parseInt(parts[1]));
      String of = region.isEmpty() ? "region " + parts[1] : region;
      return new Meaning(name, isColumn, "", "", sum(parts, 2) + " in " + of);
    }
    for (int k = 1; k < parts.length; k++) {
      Candidate candidate = candidates.get(parts[k]);
      if (candidate != null) {
        String step = isColumn && k + 1 < parts.length ? step(parts[0], parts[k + 1]) : "";
        String text = PARTS.getOrDefault(parts[0], parts[0]) + step;
        return new Meaning(name, isColumn, candidate.id(), candidate.name(), text);
      }
    }
    return new Meaning(name, isColumn, "", "", sum(parts, 0));
  }

  private static String step(String kind, String at) {
    return kind.equals("x") || kind.equals("m")
        ? " in the step up to " + at
        : " with a number of the piece from " + at;
  }

  private static String sum(String[] parts, int from) {
    return parts.length == from + 2
        ? "number of municipalities with minors"
        : PARTS.getOrDefault(parts[from], parts[from]);
  }
}
