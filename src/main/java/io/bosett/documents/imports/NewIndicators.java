package io.bosett.documents.imports;

import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.documents.imports.facts.Question;
import io.bosett.documents.imports.folder.Cell;
import io.bosett.documents.imports.folder.FolderWriter;
import io.bosett.documents.imports.folder.PrettyJson;
import io.bosett.model.Indicator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Indicators that a dataset does not have yet, with what is known of them. */
final class NewIndicators {
  private static final String ID = "[a-z][a-z0-9_]{0,63}";

  private static final String LICENCE = "as its publisher says";

  private final Set<String> known;
  private final ImportAnswers answers;
  private final Map<String, Indicator> all = new LinkedHashMap<>();

  NewIndicators(Set<String> known, ImportAnswers answers) {
    this.known = known;
    this.answers = answers;
  }

  void add(ImportedFile file) {
    for (Cell cell : file.cells()) {
      String id = cell.indicator();
      if (!known.contains(id)) {
        all.computeIfAbsent(id, i -> describe(i, file));
      }
    }
  }

  private Indicator describe(String id, ImportedFile file) {
    String label = file.labels().getOrDefault(id, id);
    String said = answers.source(id);
    return new Indicator(
        id,
        Provenance.readable(answers.units().getOrDefault(id, unit(label, file.units()))),
        Provenance.readable(said.isEmpty() ? file.source() : said),
        LICENCE,
        Provenance.readable(label));
  }

  /** The unit of the label, or of the part of it that has one. */
  private static String unit(String label, Map<String, String> units) {
    for (Map.Entry<String, String> unit : units.entrySet()) {
      if (!unit.getKey().isEmpty() && label.contains(unit.getKey())) {
        return unit.getValue();
      }
    }
    return "";
  }

  Collection<Indicator> all() {
    return all.values();
  }

  List<String> ids() {
    return new ArrayList<>(all.keySet());
  }

  List<Question> questions() {
    List<Question> questions = new ArrayList<>();
    all.forEach(
        (id, indicator) -> {
          if (!id.matches(ID)) {
            questions.add(
                new Question(
                    "'" + id + "' is no id of an indicator (small letters, digits, '_')",
                    "--map ID='" + indicator.description() + "'",
                    Question.Form.open("map", "", "=" + indicator.description())));
          }
          if (indicator.unit().isEmpty()) {
            questions.add(
                new Question(
                    "what is the unit of the new indicator '" + id + "'?",
                    "--unit " + id + "=persons|percent|...",
                    new Question.Form("unit", id + "=", "", List.of("persons", "percent"), true)));
          }
          if (indicator.source().isEmpty()) {
            questions.add(
                new Question(
                    "what is the source of the new indicator '" + id + "'?",
                    "--source '" + id + "=PUBLISHER, TABLE'",
                    Question.Form.open("source", id + "=", "")));
          }
        });
    return questions;
  }

  /** The description of the dataset with the new indicators at its end. */
  String text(Path folder) throws IOException {
    ObjectNode root =
        (ObjectNode)
            new JsonMapper().readTree(Files.readAllBytes(folder.resolve(FolderWriter.DESCRIPTION)));
    ArrayNode indicators = (ArrayNode) root.path("indicators");
    all.forEach(
        (id, indicator) -> {
          ObjectNode node = indicators.addObject();
          node.put("id", id);
          node.put("unit", indicator.unit());
          node.put("source", indicator.source());
          node.put("licence", indicator.licence());
          node.put("description", indicator.description());
        });
    return PrettyJson.text(root);
  }
}
