package io.bosett.documents.analyses;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes municipalities and changes of their numbers. */
record Municipalities(Dataset dataset) {
  /** Writes id, name and county into an open object. */
  JsonWriter write(JsonWriter out, String id) {
    return out.text("municipality", id).text("name", name(id)).text("county", county(id));
  }

  String name(String id) {
    return dataset.name(dataset.position(id));
  }

  String county(String id) {
    return dataset.county(dataset.position(id));
  }

  /** Writes a loss, null where it is infinite or unknown, and by what it is known. */
  static JsonWriter loss(JsonWriter out, @Nullable Long loss, @Nullable By by) {
    return out.nullable("loss", loss, JsonWriter::whole)
        .optional("by", by, (o, name, known) -> o.text(name, NamedTable.word(known)));
  }

  /** Writes that label. */
  static JsonWriter label(JsonWriter out, boolean certified) {
    return out.text("label", label(certified).word());
  }

  /** What a statement rests on that is proven if the solves behind it are certified. */
  static Label label(boolean certified) {
    return certified ? Label.PROVEN : Label.ESTIMATED;
  }

  static void change(JsonWriter out, NumberChange change) {
    out.object(
        () ->
            out.text("municipality", change.municipality())
                .object("from", () -> numbers(out, change.from()))
                .object("to", () -> numbers(out, change.to())));
  }

  private static void numbers(JsonWriter out, NumberChange.Numbers numbers) {
    out.whole("persons", numbers.persons()).whole("minors", numbers.minors());
  }

  /** A table of the changes in a list of that name, and of what stands before them. */
  static NamedTable changes(String table, String list, String... before) {
    List<String> columns = new ArrayList<>(List.of(before));
    for (String field :
        List.of("municipality", "name", "from/persons", "from/minors", "to/persons", "to/minors")) {
      columns.add(list + "/" + field);
    }
    return NamedTable.detail(table, columns.toArray(new String[0]));
  }

  /** Adds a row for each change. */
  void rows(NamedTable table, List<NumberChange> changes, @Nullable Object... before) {
    for (NumberChange change : changes) {
      List<@Nullable Object> row = new ArrayList<>(Arrays.asList(before));
      row.add(change.municipality());
      row.add(name(change.municipality()));
      row.add(change.from().persons());
      row.add(change.from().minors());
      row.add(change.to().persons());
      row.add(change.to().minors());
      table.add(row.toArray());
    }
  }
}
