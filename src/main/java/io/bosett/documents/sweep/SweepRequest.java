package io.bosett.documents.sweep;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonValue.Members;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.scenario.SubmissionDocument;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sweep that is asked for over HTTP: the document of sweeps, whose scenario stands in it or is a
 * kept one, and where it shall run.
 *
 * @param document the sweep document, in which the scenario is a file name
 * @param scenario that stood there, or null when there is none that can be read
 * @param place where it shall run
 * @param violations of the scenario's place, and of {@code runOn}
 */
public record SweepRequest(
    JsonValue document,
    @Nullable SubmissionDocument scenario,
    Place place,
    List<Violation> violations) {
  private static final String SCENARIO = "scenario";
  private static final String SCENARIO_KINDS = "a scenario, or an object with scenarioId";

  /** The pointer of the place in a request. */
  public static final String RUN_ON = "/runOn";

  private static final Map<String, Place> PLACES = new TreeMap<>();

  static {
    for (Place place : Place.values()) {
      PLACES.put(place.word(), place);
    }
  }

  /** Where a sweep runs. */
  public enum Place {
    /** In the process of the service. */
    SERVICE,
    /** On the Spark of the service. */
    SPARK;

    /** As it is written in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public SweepRequest {
    violations = List.copyOf(violations);
  }

  /** The scenario, when it is there and where it stands is sound; null otherwise. */
  public @Nullable SubmissionDocument soundScenario() {
    String place = "/" + SCENARIO;
    return violations.stream().anyMatch(one -> one.pointer().startsWith(place)) ? null : scenario;
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
    if (!(value instanceof Members members)) {
      return new SweepRequest(value, null, Place.SERVICE, List.of());
    }
    ObjectFields fields =
        new JsonCursor(value, JsonPointer.ROOT, faults)
            .fields(members.names().toArray(String[]::new));
    Place place = place(fields);
    @Nullable SubmissionDocument scenario = null;
    JsonCursor at = fields.need(SCENARIO);
    if (at.value() instanceof Members) {
      scenario = SubmissionDocument.readPart(at);
    } else {
      at.faultKind(SCENARIO_KINDS);
    }
    return new SweepRequest(document(members), scenario, place, faults.violations());
  }

  private static Place place(ObjectFields fields) {
    String name = RUN_ON.substring(1);
    return fields.has(name) ? fields.get(name).choice(PLACES, Place.SERVICE) : Place.SERVICE;
  }

  /** The document of sweeps, in which the scenario is a file name, also where there was none. */
  private static JsonValue document(Members members) {
    List<String> names = new ArrayList<>();
    List<JsonValue> values = new ArrayList<>();
    for (int i = 0; i < members.names().size(); i++) {
      String name = members.names().get(i);
      if (!name.equals(RUN_ON.substring(1))) {
        names.add(name);
        values.add(name.equals(SCENARIO) ? fileName(members) : members.values().get(i));
      }
    }
    if (!names.contains(SCENARIO)) {
      names.add(SCENARIO);
      values.add(fileName(members));
    }
    return new Members(names, values, members.line(), members.column());
  }

  private static JsonValue fileName(Members members) {
    return new JsonValue.Text("scenario.json", members.line(), members.column());
  }
}
