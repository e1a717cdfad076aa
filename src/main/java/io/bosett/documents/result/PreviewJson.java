package io.bosett.documents.result;

import io.bosett.analysis.explain.MunicipalityExplanation;
import io.bosett.analysis.stability.CandidateLoss;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.text.Language;
import io.bosett.model.Result;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The JSON format of a preview: the fields of a result, and where they were requested the loss of
 * each candidate and the explanation of one municipality.
 */
public final class PreviewJson {
  private PreviewJson() {}

  /**
   * Writes the document.
   *
   * @param candidates written when not null
   * @param explanation written with its words in the language when not null
   */
  public static void write(
      JsonWriter out,
      Result result,
      @Nullable List<CandidateLoss> candidates,
      @Nullable MunicipalityExplanation explanation,
      Language language) {
    out.object(
        () -> {
          ResultFormat.writeFields(out, result);
          if (candidates != null) {
            out.list("candidates", candidates, PreviewJson::candidate);
          }
          if (explanation != null) {
            ExplanationJson.write(out.name("explanation"), explanation, language);
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
          Long atLeast = candidate.atLeast();
          if (atLeast != null) {
            out.whole("atLeast", atLeast);
          }
        });
  }
}
