package io.bosett.documents.imports.folder;

import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pretty-printed JSON, for people: two spaces for each level, a line for each item. */
public final class PrettyJson {
  private PrettyJson() {}

  public static String text(JsonNode node) {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter(
                Separators.createDefaultInstance().withObjectNameValueSpacing(Spacing.AFTER))
            .withObjectIndenter(indenter)
            .withArrayIndenter(indenter);
    JsonMapper mapper = JsonMapper.builder().defaultPrettyPrinter(printer).build();
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsString(node) + "\n";
  }
}
