package io.bosett.http.problem;

import io.bosett.documents.json.JsonWriter;
import io.bosett.model.CountPhrases;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A problem document (RFC 9457).
 *
 * @param kind last part of the URN in {@code type}
 * @param title of the kind, always the same
 * @param status of the response
 * @param detail of this case
 * @param faults in the order of the document
 * @param headers of the response
 */
public record ProblemDocument(
    String kind,
    String title,
    int status,
    String detail,
    List<ProblemError> faults,
    Map<String, String> headers) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public ProblemDocument {
    faults = List.copyOf(faults);
    headers = Map.copyOf(headers);
  }

  public ProblemDocument(String kind, String title, int status, String detail) {
    this(kind, title, status, detail, List.of(), Map.of());
  }

  /** A copy with errors, and their number as the detail. */
  ProblemDocument with(List<ProblemError> all) {
    String count = CountPhrases.of(all.size(), "error", "errors");
    return new ProblemDocument(kind, title, status, count, all, headers);
  }

  /** A copy with one more response header. */
  ProblemDocument with(String header, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(header, value);
    return new ProblemDocument(kind, title, status, detail, faults, more);
  }

  /** An exception that carries this problem, to be thrown. */
  public ProblemException exception() {
    return new ProblemException(this);
  }

  /** The JSON document in UTF-8. */
  public byte[] document(String instance) {
    return JsonWriter.bytes(out -> write(out, instance));
  }

  private void write(JsonWriter out, String instance) {
    out.object(
        () -> {
          out.text("type", "urn:problem:" + kind).text("title", title).whole("status", status);
          out.text("detail", detail).text("instance", instance);
          if (!faults.isEmpty()) {
            out.list("errors", faults, (o, fault) -> fault.write(o));
          }
        });
  }
}
