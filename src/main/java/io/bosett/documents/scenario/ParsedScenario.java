package io.bosett.documents.scenario;

import io.bosett.documents.json.FaultCollector;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.ParsedDocument;
import io.bosett.documents.json.StrictJsonParser;
import io.bosett.model.ScenarioDocument;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that was read, with what its document parses to: for those who change or write it, so
 * that they need not parse it again. Others take the reading alone, so that the tree can go.
 *
 * @param value the whole document; null when it is not JSON
 * @param reading of it
 */
public record ParsedScenario(@Nullable JsonValue value, ScenarioReading reading) {
  /** Reads a document in UTF-8; never throws for what is in it. */
  public static ParsedScenario read(byte[] utf8) {
    FaultCollector faults = new FaultCollector();
    JsonValue value = StrictJsonParser.parse(utf8, faults);
    return value == null
        ? new ParsedScenario(null, ScenarioFormat.unreadable(faults.violations()))
        : read(new ParsedDocument(utf8, value));
  }

  /** Reads a document that is parsed already; never throws for what is in it. */
  public static ParsedScenario read(ParsedDocument parsed) {
    return new ParsedScenario(parsed.value(), ScenarioFormat.read(parsed));
  }

  /** The document as it was given, with its hash when it has no violations. */
  public ScenarioDocument document() {
    return reading.document();
  }
}
