package io.bosett.documents.scenario;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.Field;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The format of lists of ids, without duplicates. */
final class IdListFormat {
  private IdListFormat() {}

  /** A field with a list of ids. */
  static <O> Field<O, List<String>> field(String name, Function<O, @Nullable List<String>> value) {
    return Field.of(name, IdListFormat::read, JsonWriter::texts, value);
  }

  static List<String> read(JsonCursor at) {
    List<String> ids = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (JsonCursor item : at.items(FiguresFormat.MOST_MUNICIPALITIES)) {
      String id = item.id();
      ids.add(id);
      refuseSecond(item, id, seen);
    }
    return ids;
  }

  /** Reports a duplicate id; the empty text stands for an invalid id. */
  static void refuseSecond(JsonCursor at, String id, Set<String> seen) {
    if (!id.isEmpty() && !seen.add(id)) {
      at.fault("is " + TextRules.quoted(id) + ", named a second time", "every id once");
    }
  }
}
