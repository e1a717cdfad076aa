package io.bosett.documents.imports.folder;

import io.bosett.model.DatasetHistory.Import;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The text of {@code provenance.json}. */
public final class ProvenanceText {
  private ProvenanceText() {}

  public static String of(List<Import> imports) {
    ObjectNode root = new JsonMapper().createObjectNode();
    ArrayNode all = root.putArray("imports");
    for (Import one : imports) {
      ObjectNode node = all.addObject();
      node.put("indicator", one.indicator());
      node.put("year", one.year());
      node.put("label", one.label());
      node.put("file", one.file());
      node.put("sha256", one.sha256());
      node.put("date", one.date());
      node.put("cells", one.cells());
      ArrayNode answers = node.putArray("answers");
      one.answers().forEach(answers::add);
    }
    return PrettyJson.text(root);
  }
}
