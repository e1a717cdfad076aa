package io.bosett.documents.result;

import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import java.io.OutputStream;

/**
 * The JSON format of results: one object on one line. Fits, targets and seconds are rounded to six
 * digits after the point; everything else is exact. Unknown values are null. Writing takes time
 * linear in the places and no memory for the document.
 */
public final class ResultJson {
  private ResultJson() {}

  /** The document, without a line end. */
  public static String write(Result result) {
    return JsonWriter.text(out -> ResultFormat.write(out, result));
  }

  /** Writes the document in UTF-8, without a line end; the stream is flushed and left open. */
  public static void write(Result result, OutputStream stream) {
    JsonWriter.write(stream, out -> ResultFormat.write(out, result));
  }

  /** Whether a document is refused only because its hashes are of an earlier version. */
  public static boolean isOfEarlierVersion(InvalidInputException refused) {
    return refused.violations().size() == 1
        && CertificateFormat.isForm(refused.violations().get(0).pointer());
  }

  /**
   * Reads a result document strictly. Only its form is validated; the checker verifies the numbers.
   *
   * @throws InvalidInputException with all violations, as pointers into the document
   */
  public static Result read(byte[] utf8) {
    return JsonDocuments.read(utf8, ResultFormat::read);
  }
}
