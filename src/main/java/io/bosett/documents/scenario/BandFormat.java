package io.bosett.documents.scenario;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.ObjectFields;
import io.bosett.model.Band;
import io.bosett.model.Demand;
import java.math.BigDecimal;

/** {@code {"atLeast": ..., "atMost": ...}}. */
final class BandFormat {
  private BandFormat() {}

  static Band read(JsonCursor at) {
    return read(at.fields("atLeast", "atMost"));
  }

  static Band read(ObjectFields fields) {
    JsonCursor low = fields.get("atLeast");
    Integer atLeast = low.wholeOrNull(0, Demand.MAXIMUM);
    Integer atMost = fields.get("atMost").wholeOrNull(0, Demand.MAXIMUM);
    if (atLeast != null && atMost != null && atLeast > atMost) {
      low.fault("is " + atLeast + ", above atMost (" + atMost + ")", "0.." + atMost);
      return Band.FREE;
    }
    return new Band(atLeast, atMost);
  }

  /** Adds a fault when the lower limit is above the upper one. */
  static boolean isCrossed(JsonCursor low, BigDecimal atLeast, BigDecimal atMost) {
    if (atLeast.compareTo(atMost) <= 0) {
      return false;
    }
    low.fault("is " + atLeast + ", above atMost (" + atMost + ")", "at most " + atMost);
    return true;
  }
}
