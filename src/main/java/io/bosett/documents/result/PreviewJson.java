package io.bosett.documents.result;

import io.bosett.analysis.stability.CandidateLoss;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.Result;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON format of a preview: the fields of a result, and the loss of each candidate where that
 * was requested.
 */
public final class PreviewJson {
  private PreviewJson() {}

  /** Writes the document. */
  public static void write(
      JsonWriter out, Result result, @Nullable List<CandidateLoss> candidates) {
    out.object(
        () -> {
          ResultFormat.writeFields(out, result);
          if (candidates != null) {
            out.list("candidates", candidates, PreviewJson::candidate);
          }
        });
  }

  private static void candidate(JsonWriter out, CandidateLoss candidate) {
    out.object(
        () -> {
          out.text("municipality", candidate.municipality())
              .truth("selected", candidate.selected())
              .whole("persons", candidate.persons())
              .rounded("target", candidate.target(), ResultFormat.DIGITS)
              .whole("cap", candidate.cap())
              .nullable("loss", candidate.loss(), JsonWriter::whole);
          CandidateLoss.By by = candidate.by();
          if (by != null) {
            out.text("by", by.name().toLowerCase(Locale.ROOT));
          }
        });
  }
}
