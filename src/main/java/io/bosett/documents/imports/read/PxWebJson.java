package io.bosett.documents.imports.read;

import io.bosett.documents.imports.facts.Category;
import io.bosett.documents.imports.facts.Codebook;
import io.bosett.documents.imports.facts.Entry;
import io.bosett.documents.imports.facts.Facts;
import io.bosett.documents.imports.facts.LabelWords;
import io.bosett.documents.imports.facts.PlaceText;
import io.bosett.documents.imports.facts.UnreadableException;
import io.bosett.documents.imports.facts.Value;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What PxWeb gives as JSON: columns, and rows of keys and values, all of them texts. */
final class PxWebJson {
  private PxWebJson() {}

  private record Key(String name, String type) {}

  static Facts read(JsonNode root, Codebook codebook) {
    List<Key> keys = new ArrayList<>();
    List<String> contents = new ArrayList<>();
    for (JsonNode column : root.path("columns")) {
      String code = column.path("code").asString("");
      String type = column.path("type").asString("d");
      String name = column.path("text").asString(code);
      if (type.equals("c")) {
        contents.add(name);
      } else {
        keys.add(new Key(name, type));
      }
    }
    Facts facts = new Facts();
    JsonNode about = root.path("metadata").path(0);
    facts.title(about.path("label").asString(""));
    facts.source(about.path("source").asString(""));
    int place = placeKey(root, keys, codebook);
    for (JsonNode row : root.path("data")) {
      entries(row, keys, contents, place, facts);
    }
    return facts;
  }

  private static void entries(
      JsonNode row, List<Key> keys, List<String> contents, int place, Facts facts) {
    if (row.path("key").size() != keys.size() || row.path("values").size() != contents.size()) {
      throw new UnreadableException("has a row that does not fit its columns");
    }
    PlaceText where = new PlaceText(row.path("key").path(place).asString(""), "", "");
    for (int c = 0; c < contents.size(); c++) {
      List<Category> categories = new ArrayList<>();
      for (int k = 0; k < keys.size(); k++) {
        String key = row.path("key").path(k).asString("");
        if (k != place) {
          Key about = keys.get(k);
          categories.add(
              about.type.equals("t") || LabelWords.is(LabelWords.Kind.TIME, about.name)
                  ? Category.time(about.name, key)
                  : Category.other(about.name, key));
        }
      }
      categories.add(Category.other("contents", contents.get(c)));
      facts.add(new Entry(where, categories, value(row.path("values").path(c)), ""));
    }
  }

  /** Numbers are texts with a decimal point. */
  private static Value value(JsonNode node) {
    if (node.isNumber()) {
      return Value.number(node.decimalValue().toPlainString());
    }
    String text = node.asString("");
    return text.matches("-?[0-9]+(\\.[0-9]+)?") ? Value.number(text) : Value.text(text);
  }

  private static int placeKey(JsonNode root, List<Key> keys, Codebook codebook) {
    int best = -1;
    long most = 0;
    for (int k = 0; k < keys.size(); k++) {
      long known = 0;
      for (JsonNode row : root.path("data")) {
        String key = row.path("key").path(k).asString("");
        known += codebook.place(new PlaceText(key, "", "")).isPlace() ? 1 : 0;
      }
      if (!keys.get(k).type.equals("t") && known > most) {
        most = known;
        best = k;
      }
    }
    if (best < 0) {
      throw new UnreadableException("has no column of municipalities");
    }
    return best;
  }
}
