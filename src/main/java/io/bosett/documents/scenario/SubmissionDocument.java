package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.MergePatch;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/** The request body of a submission: a scenario, or a stored one with changes. */
public sealed interface SubmissionDocument {
  /**
   * A scenario document, known only to be JSON without {@code scenarioId} and {@code changes}.
   *
   * @param document as it was sent
   */
  record Whole(ParsedDocument document) implements SubmissionDocument {}

  /**
   * A stored scenario.
   *
   * @param scenarioId its id
   * @param changes a {@link MergePatch}, or null when there are none
   */
  record FromKept(String scenarioId, @Nullable JsonValue changes) implements SubmissionDocument {
    /**
     * The scenario with the changes.
     *
     * @param kept the document that is kept
     * @throws InvalidInputException when that is no JSON
     */
    public ParsedScenario applied(byte[] kept) {
      return SubmissionDocument.applied(kept, changes);
    }
  }

  /**
   * The scenario of a stored allocation.
   *
   * @param allocationId the allocation's id
   * @param changes a {@link MergePatch}, or null when there are none
   */
  record FromAllocation(String allocationId, @Nullable JsonValue changes)
      implements SubmissionDocument {
    /**
     * The scenario with the changes.
     *
     * @param kept the document that is kept
     */
    public ParsedScenario applied(byte[] kept) {
      return SubmissionDocument.applied(kept, changes);
    }
  }

  private static ParsedScenario applied(byte[] kept, @Nullable JsonValue changes) {
    return changes == null
        ? ParsedScenario.read(kept)
        : ParsedScenario.read(MergePatch.apply(kept, changes));
  }

  /**
   * Reads the body of a preview, which may name an allocation too.
   *
   * @throws InvalidInputException with all violations
   */
  static SubmissionDocument readPreview(byte[] utf8) {
    return JsonDocuments.read(utf8, at -> readPreview(at, utf8));
  }

  /**
   * Reads one that is parsed already.
   *
   * @throws InvalidInputException with all violations
   */
  static SubmissionDocument readPreview(ParsedDocument body) {
    return JsonDocuments.read(body.value(), at -> readPreview(at, body.utf8()));
  }

  private static SubmissionDocument readPreview(JsonCursor at, byte[] utf8) {
    if (!(at.value() instanceof JsonValue.Members members)
        || !members.names().contains("allocationId")) {
      return read(at, utf8);
    }
    ObjectFields fields = at.fields("allocationId", "changes");
    String id = fields.need("allocationId").id();
    return new FromAllocation(id, changes(fields.get("changes")));
  }

  /**
   * Reads a body.
   *
   * @throws InvalidInputException with all violations: it is not JSON, or {@code scenarioId} or
   *     {@code changes} are invalid
   */
  static SubmissionDocument read(byte[] utf8) {
    return JsonDocuments.read(utf8, at -> read(at, utf8));
  }

  /** Reads a submission that is part of another document. */
  static SubmissionDocument readPart(JsonCursor at) {
    JsonValue value = at.value();
    byte[] utf8 = value == null ? new byte[0] : JsonWriter.bytes(out -> JsonTree.write(out, value));
    return read(at, utf8);
  }

  private static SubmissionDocument read(JsonCursor at, byte[] utf8) {
    JsonValue value = at.value();
    if (value != null && !isFromKept(value)) {
      return new Whole(new ParsedDocument(utf8, value));
    }
    ObjectFields fields = at.fields("scenarioId", "changes");
    String id = fields.need("scenarioId").id();
    return new FromKept(id, changes(fields.get("changes")));
  }

  private static boolean isFromKept(JsonValue value) {
    return value instanceof JsonValue.Members members
        && (members.names().contains("scenarioId") || members.names().contains("changes"));
  }

  private static @Nullable JsonValue changes(JsonCursor at) {
    if (!(at.value() instanceof JsonValue.Members)) {
      at.faultKind("an object");
      return null;
    }
    return MergePatch.sound(at);
  }
}
