package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.Spaces;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.folder.Pretty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code provenance.json}: for every indicator and year, from which file it came, when, and what
 * was answered.
 *
 * @param imports in the order of indicator and year
 */
public record Provenance(List<Import> imports) {
  /** Its name within the folder. */
  public static final String FILE = "provenance.json";

  private static final JsonMapper MAPPER = new JsonMapper();

  public Provenance {
    imports = List.copyOf(imports);
  }

  /**
   * One indicator and year of one file.
   *
   * @param indicator the id
   * @param year the year
   * @param label what the file calls it
   * @param file its name
   * @param sha256 of its bytes
   * @param date on which it was imported, as ISO 8601 has it
   * @param cells how many the file has
   * @param answers the flags with which it was imported
   */
  public record Import(
      String indicator,
      int year,
      String label,
      String file,
      String sha256,
      String date,
      int cells,
      List<String> answers) {
    public Import {
      answers = List.copyOf(answers);
    }

    boolean isSameAs(Import other) {
      return indicator.equals(other.indicator)
          && year == other.year
          && sha256.equals(other.sha256)
          && answers.equals(other.answers)
          && cells == other.cells;
    }

    boolean replaces(Import other) {
      return indicator.equals(other.indicator) && year == other.year && sha256.equals(other.sha256);
    }
  }

  /** Reads that of a folder; empty when there is none. */
  public static Provenance read(Path folder) {
    Path file = folder.resolve(FILE);
    if (!Files.isRegularFile(file)) {
      return new Provenance(List.of());
    }
    try {
      List<Import> all = new ArrayList<>();
      for (JsonNode node : MAPPER.readTree(Files.readAllBytes(file)).path("imports")) {
        List<String> answers = new ArrayList<>();
        node.path("answers").forEach(answer -> answers.add(answer.asString("")));
        all.add(
            new Import(
                node.path("indicator").asString(""),
                node.path("year").asInt(0),
                node.path("label").asString(""),
                node.path("file").asString(""),
                node.path("sha256").asString(""),
                node.path("date").asString(""),
                node.path("cells").asInt(0),
                answers));
      }
      return new Provenance(all);
    } catch (JacksonException e) {
      throw new UnreadableException(FILE + " is not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What files called the indicators before, in folded form; a label of two is left out. */
  Map<String, String> labels() {
    Map<String, String> labels = new LinkedHashMap<>();
    List<String> twice = new ArrayList<>();
    for (Import one : imports) {
      String label = Spaces.folded(one.label);
      String before = labels.put(label, one.indicator);
      if (before != null && !before.equals(one.indicator)) {
        twice.add(label);
      }
    }
    twice.forEach(labels::remove);
    return labels;
  }

  /** With further imports; one that is the same but for its date changes nothing. */
  Provenance with(List<Import> further) {
    List<Import> all = new ArrayList<>(imports);
    for (Import one : further) {
      if (all.stream().noneMatch(one::isSameAs)) {
        all.removeIf(one::replaces);
        all.add(one);
      }
    }
    all.sort(
        java.util.Comparator.comparing(Import::indicator)
            .thenComparingInt(Import::year)
            .thenComparing(Import::sha256));
    return new Provenance(all);
  }

  String text() {
    ObjectNode root = MAPPER.createObjectNode();
    ArrayNode all = root.putArray("imports");
    for (Import one : imports) {
      ObjectNode node = all.addObject();
      node.put("indicator", one.indicator);
      node.put("year", one.year);
      node.put("label", one.label);
      node.put("file", one.file);
      node.put("sha256", one.sha256);
      node.put("date", one.date);
      node.put("cells", one.cells);
      ArrayNode answers = node.putArray("answers");
      one.answers.forEach(answers::add);
    }
    return Pretty.text(root);
  }
}
