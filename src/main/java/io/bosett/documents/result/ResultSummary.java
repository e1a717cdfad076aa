package io.bosett.documents.result;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Result;

/**
 * The summary of a result for lists: the result document without its lists, with the same field
 * names and forms.
 */
public final class ResultSummary {
  private ResultSummary() {}

  /** The summary, one JSON object on one line. */
  public static String json(Result result) {
    return JsonWriter.text(out -> ResultFormat.writeSummary(out, result));
  }
}
