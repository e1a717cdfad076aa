package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonValue;
import io.bosett.model.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of reading a sweep document: the sweep and its violations. With violations it holds
 * the axes that could be read, so that they can still be validated against the scenario.
 *
 * @param sweep as read
 * @param value the whole document that it was read from; null when that is not JSON
 * @param hash of the document in the canonical form of RFC 8785; empty with violations
 * @param seriesHash likewise, without the number of draws: the same for sweeps that differ in it
 *     alone
 * @param violations in the order of the document
 */
public record SweepReading(
    SweepDocument sweep,
    @Nullable JsonValue value,
    String hash,
    String seriesHash,
    List<Violation> violations) {
  public SweepReading {
    violations = List.copyOf(violations);
  }
}
