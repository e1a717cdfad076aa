package io.bosett.documents.analyses;

import io.bosett.analysis.Label;
import io.bosett.analysis.session.NumberChange;
import io.bosett.analysis.stability.CandidateLoss.By;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Dataset;
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

  /** Adds a row with the numbers before and after. */
  void row(NamedTable table, Object first, NumberChange change) {
    table.add(
        first,
        change.municipality(),
        name(change.municipality()),
        change.from().persons(),
        change.from().minors(),
        change.to().persons(),
        change.to().minors());
  }
}
