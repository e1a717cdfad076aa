package io.bosett.sweep.plan;

import io.bosett.documents.dataset.FiguresFormat;
import io.bosett.documents.json.CanonicalForm;
import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonPointer;
import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.documents.scenario.ScenarioFormat;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.model.Problem;
import io.bosett.model.Scenario;
import io.bosett.model.ScenarioDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A point of a sweep: a value for each axis, and the scenario that they make. */
public final class SweepPoint {
  private final long number;
  private final List<AxisValue> values;
  private final ScenarioVariant variant;
  private final @Nullable Dataset figures;

  SweepPoint(
      long number, List<AxisValue> values, ScenarioVariant variant, @Nullable Dataset figures) {
    this.number = number;
    this.values = List.copyOf(values);
    this.variant = variant;
    this.figures = figures;
  }

  /** The number, from 0. */
  public long number() {
    return number;
  }

  /** The names of its cases, which all points of the same scenario but for numbers share. */
  public String cases() {
    return variant.label();
  }

  /** The values of the axes, in the order of the sweep's. */
  public List<AxisValue> values() {
    return values;
  }

  /**
   * The problem, without the document that a stranger would be given: that and its hash take longer
   * than to solve it.
   *
   * @throws InvalidInputException when the values make no valid scenario
   */
  public Problem problem() {
    JsonValue bare = figures == null ? variant.bare() : ScenarioVariant.bare(variant.tree(), true);
    return new Problem(scenario(with(bare)), dataset());
  }

  private Dataset dataset() {
    return figures == null ? variant.dataset() : figures;
  }

  private JsonValue with(JsonValue document) {
    JsonValue changed = document;
    for (int a = 0; a < values.size(); a++) {
      @Nullable JsonValue value = values.get(a).value();
      if (value != null) {
        for (FieldPath field : variant.fields().get(a)) {
          changed = field.with(changed, value);
        }
      }
    }
    return changed;
  }

  private static Scenario scenario(JsonValue document) {
    FaultCollector faults = new FaultCollector();
    Scenario scenario =
        ScenarioFormat.read(new JsonCursor(document, JsonPointer.ROOT, faults)).scenario();
    if (!faults.isEmpty()) {
      throw new InvalidInputException(faults.violations());
    }
    return scenario;
  }

  /**
   * The problem with its document; with noise on figures the document carries them.
   *
   * @throws InvalidInputException when the values make no valid scenario
   */
  public Problem documented() {
    Scenario scenario = problem().scenario();
    byte[] utf8 = JsonWriter.bytes(this::write);
    FaultCollector faults = new FaultCollector();
    JsonValue read = StrictJsonParser.parse(utf8, faults);
    if (read == null) {
      throw new InvalidInputException(faults.violations());
    }
    JsonCursor at = new JsonCursor(read, JsonPointer.ROOT, faults);
    ScenarioDocument document = new ScenarioDocument(utf8, CanonicalForm.scenarioHash(at));
    Dataset dataset = figures == null ? variant.dataset() : carried(at, dataset());
    return new Problem(scenario, dataset, document);
  }

  /** Figures that a document carries have the hash of the list as it stands there. */
  private static Dataset carried(JsonCursor document, Dataset otherwise) {
    ScenarioFormat.Parts parts = ScenarioFormat.read(document);
    return parts.inline() == null ? otherwise : parts.inline();
  }

  private void write(JsonWriter out) {
    if (figures == null) {
      JsonTree.write(out, with(variant.tree()));
      return;
    }
    JsonValue.Members members = (JsonValue.Members) with(variant.tree());
    out.object(
        () -> {
          for (int i = 0; i < members.names().size(); i++) {
            String name = members.names().get(i);
            if (!name.equals("dataset") && !name.equals("municipalities")) {
              JsonTree.write(out.name(name), members.values().get(i));
            }
          }
          FiguresFormat.write(out, "municipalities", figures);
        });
  }
}
