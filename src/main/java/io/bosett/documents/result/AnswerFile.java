package io.bosett.documents.result;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonValue;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Result;
import org.jspecify.annotations.Nullable;

/**
 * A file with an answer: a result document, or a certificate document with a result in it.
 *
 * @param result the answer
 * @param certificate the whole document when it is a certificate, else null
 */
public record AnswerFile(Result result, @Nullable CertificateFile certificate) {
  /**
   * Reads a document strictly; one with a field {@code result} is a certificate.
   *
   * @throws InvalidInputException with all violations, as pointers into the document
   */
  public static AnswerFile read(byte[] utf8) {
    return JsonDocuments.read(utf8, AnswerFile::read);
  }

  /**
   * Whether a document is meant as an answer and not as a scenario: it has a field that only
   * answers have.
   *
   * @throws InvalidInputException when it is not JSON
   */
  public static boolean isAnswer(byte[] utf8) {
    return JsonDocuments.read(
        utf8, at -> has(at, "result") || has(at, "status") || has(at, "certificate"));
  }

  private static boolean has(JsonCursor at, String field) {
    return at.value() instanceof JsonValue.Members members && members.names().contains(field);
  }

  private static AnswerFile read(JsonCursor at) {
    if (has(at, "result")) {
      CertificateFile certificate = CertificateFile.read(at);
      return new AnswerFile(certificate.result(), certificate);
    }
    return new AnswerFile(ResultFormat.read(at), null);
  }
}
