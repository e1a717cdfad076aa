package io.bosett.documents.sweep;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sweep that is asked for over HTTP: the document of sweeps, whose scenario stands in it or is a
 * kept one.
 *
 * @param document the sweep document, in which the scenario is a file name
 * @param scenario that stood there, or null when there is none that can be read
 * @param violations of the scenario's place
 */
public record SweepRequest(
    byte[] document, @Nullable SubmissionDocument scenario, List<Violation> violations) {
  private static final String SCENARIO = "scenario";

  public SweepRequest {
    violations = List.copyOf(violations);
  }

  /**
   * Reads a body.
   *
   * @throws InvalidInputException when it is no JSON
   */
  public static SweepRequest read(byte[] utf8) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    if (value == null) {
      throw new InvalidInputException(faults.violations());
    }
    if (!(value instanceof Members members) || !members.names().contains(SCENARIO)) {
      return new SweepRequest(utf8, null, List.of());
    }
    int place = members.names().indexOf(SCENARIO);
    JsonCursor at =
        new JsonCursor(value, JsonPointer.ROOT, faults)
            .fields(members.names().toArray(String[]::new))
            .need(SCENARIO);
    @Nullable SubmissionDocument scenario = null;
    if (at.value() instanceof Members) {
      scenario = SubmissionDocument.readPart(at);
    } else {
      at.faultKind("a scenario, or an object with scenarioId");
    }
    return new SweepRequest(renamed(members, place), scenario, faults.violations());
  }

  private static byte[] renamed(Members members, int place) {
    List<JsonValue> values = new ArrayList<>(members.values());
    values.set(place, new JsonValue.Text("scenario.json", members.line(), members.column()));
    Members renamed = new Members(members.names(), values, members.line(), members.column());
    return JsonWriter.bytes(out -> JsonTree.write(out, renamed));
  }
}
