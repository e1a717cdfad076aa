package io.bosett.documents.analyses;

import io.bosett.analysis.AnalysisKind;
import io.bosett.analysis.AnalysisOptions;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonDocuments;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request for an analysis, as far as it could be read.
 *
 * @param kind of analysis, or null when none is named
 * @param allocation id of the allocation whose scenario is analyzed, or null
 * @param scenario the scenario instead, or null
 * @param options of the kind
 * @param violations all that show in the request alone
 */
public record AnalysisRequest(
    @Nullable AnalysisKind kind,
    @Nullable String allocation,
    @Nullable SubmissionDocument scenario,
    AnalysisOptions options,
    List<Violation> violations) {
  private static final List<String> SOURCES = List.of("kind", "allocation", "scenario");

  public AnalysisRequest {
    violations = List.copyOf(violations);
  }

  /**
   * Reads a body.
   *
   * @throws InvalidInputException when it is no JSON
   */
  public static AnalysisRequest read(byte[] utf8) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    if (value == null) {
      throw new InvalidInputException(faults.violations());
    }
    AnalysisRequest read = read(new JsonCursor(value, JsonPointer.ROOT, faults));
    return new AnalysisRequest(
        read.kind, read.allocation, read.scenario, read.options, faults.violations());
  }

  private static AnalysisRequest read(JsonCursor at) {
    JsonCursor named = at.entries().need("kind");
    TreeMap<String, String> kinds = new TreeMap<>();
    AnalysisKind.words().forEach(word -> kinds.put(word, word));
    AnalysisKind kind = AnalysisKind.ofWord(named.choice(kinds, ""));
    List<String> allowed = new ArrayList<>(SOURCES);
    allowed.addAll(OptionsFormat.names(kind));
    ObjectFields fields = at.fields(allowed);
    boolean ofAllocation = fields.has("allocation");
    boolean ofScenario = fields.has("scenario");
    if (fields.isObject() && !ofAllocation && !ofScenario) {
      fields.get("allocation").fault("is missing, and there is no scenario either", "one of both");
    } else if (ofAllocation && ofScenario) {
      fields.get("scenario").fault("stands beside allocation", "one of both");
    }
    return new AnalysisRequest(
        kind,
        ofAllocation ? fields.get("allocation").id() : null,
        ofScenario ? SubmissionDocument.readPart(fields.get("scenario")) : null,
        OptionsFormat.read(fields),
        List.of());
  }

  /** The document of options, to be kept. */
  public static String optionsJson(AnalysisOptions options) {
    return JsonWriter.text(out -> out.object(() -> OptionsFormat.writeFields(out, options)));
  }

  /** The options of a document that was kept. */
  public static AnalysisOptions readOptions(byte[] utf8) {
    return JsonDocuments.read(utf8, at -> OptionsFormat.read(at.entries()));
  }
}
