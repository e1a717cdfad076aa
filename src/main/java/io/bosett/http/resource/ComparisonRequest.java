package io.bosett.http.resource;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.ObjectFields;
import org.jspecify.annotations.Nullable;

/**
 * The request body of a comparison.
 *
 * @param left an allocation
 * @param right another allocation, or null
 * @param figures the indicator to compare with instead, or null
 */
record ComparisonRequest(String left, @Nullable String right, @Nullable Figures figures) {
  private static final int LATEST = 9999;

  /** The figures of an indicator in a year. */
  record Figures(String dataset, String indicator, int year) {}

  /** Parses a body; reports all its errors at once. */
  static ComparisonRequest read(byte[] body) {
    return JsonDocuments.read(body, ComparisonRequest::read);
  }

  private static ComparisonRequest read(JsonCursor at) {
    ObjectFields fields = at.fields("left", "right");
    String left = fields.need("left").fields("allocation").need("allocation").id();
    JsonCursor right = fields.need("right");
    if (right.entries().has("allocation")) {
      String id = right.fields("allocation").need("allocation").id();
      return new ComparisonRequest(left, id, null);
    }
    ObjectFields figures = right.fields("dataset", "indicator", "year");
    return new ComparisonRequest(
        left,
        null,
        new Figures(
            figures.need("dataset").id(),
            figures.need("indicator").id(),
            figures.need("year").whole(0, LATEST, 0)));
  }
}
