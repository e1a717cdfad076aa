package io.bosett.http.resource;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.model.Demand;
import io.bosett.model.Ids;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The request body of a comparison.
 *
 * @param scenario the body of a preview, on whose candidates and targets fits are taken; null: on
 *     those of an allocation
 * @param left the first
 * @param right the second
 */
record ComparisonRequest(@Nullable ParsedDocument scenario, Side left, Side right) {
  private static final int LATEST = 9999;

  /** One side. */
  sealed interface Side {}

  /** A stored allocation. */
  record Kept(String allocation) implements Side {}

  /** The figures of an indicator in a year. */
  record Figures(String dataset, String indicator, int year) implements Side {}

  /** Numbers that nobody stored: persons by municipality, all above 0. */
  record Numbers(SortedMap<String, Integer> persons) implements Side {}

  /** Parses a body; reports all its errors at once. */
  static ComparisonRequest read(byte[] body) {
    return JsonDocuments.read(body, ComparisonRequest::read);
  }

  private static ComparisonRequest read(JsonCursor at) {
    ObjectFields fields = at.fields("scenario", "left", "right");
    return new ComparisonRequest(
        scenario(fields.get("scenario")), side(fields.need("left")), side(fields.need("right")));
  }

  private static @Nullable ParsedDocument scenario(JsonCursor at) {
    JsonValue value = at.value();
    if (value instanceof JsonValue.Members) {
      JsonTree.check(at);
      return ParsedDocument.written(value);
    }
    at.faultKind("an object");
    return null;
  }

  private static Side side(JsonCursor at) {
    ObjectFields entries = at.entries();
    if (entries.has("numbers")) {
      return new Numbers(numbers(at.fields("numbers").need("numbers")));
    } else if (entries.has("dataset") || entries.has("indicator")) {
      ObjectFields figures = at.fields("dataset", "indicator", "year");
      return new Figures(
          figures.need("dataset").id(),
          figures.need("indicator").id(),
          figures.need("year").whole(0, LATEST, 0));
    }
    return new Kept(at.fields("allocation").need("allocation").id());
  }

  private static SortedMap<String, Integer> numbers(JsonCursor at) {
    SortedMap<String, Integer> persons = new TreeMap<>(Ids.BY_CODE_POINT);
    for (JsonCursor one : at.entries().all()) {
      int number = one.whole(0, Demand.MAXIMUM, 0);
      if (number > 0) {
        persons.put(one.name(), number);
      }
    }
    return persons;
  }
}
