package io.bosett.documents.result;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Result;

/**
 * A result document without its lists: what a list of allocations shows of each. The fields have
 * the names and the form that they have in the result document.
 */
public final class ResultSummary {
  private ResultSummary() {}

  /** The summary, one JSON object on one line. */
  public static String json(Result result) {
    return JsonWriter.text(out -> ResultFormat.writeSummary(out, result));
  }
}
