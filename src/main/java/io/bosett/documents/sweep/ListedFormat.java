package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonCursor;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.json.MergePatch;
import io.bosett.documents.json.ObjectFields;
import io.bosett.documents.json.TextRules;
import io.bosett.documents.sweep.Axis.Cases;
import io.bosett.documents.sweep.Axis.Listed;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The format of values that stand one by one: {@code values}, {@code from}, {@code cases}. */
final class ListedFormat {
  static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000_000L);
  static final BigDecimal LEAST = MOST.negate();

  private static final int MOST_VALUES = 100_000;
  private static final int MOST_CASES = 1_000;

  private ListedFormat() {}

  /** The sound values; none when all have faults. */
  static Listed values(JsonCursor at) {
    List<JsonValue> values = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (JsonCursor item : at.items(MOST_VALUES)) {
      @Nullable Object meaning = meaning(item);
      if (meaning != null && item.value() != null) {
        values.add(item.value());
        if (!seen.add(meaning)) {
          item.fault("is " + item.value().describe() + ", named a second time", "every value once");
        }
      }
    }
    if (at.value() instanceof JsonValue.Items items && items.values().isEmpty()) {
      at.fault("is empty", "at least one value");
    }
    return new Listed(values);
  }

  private static @Nullable Object meaning(JsonCursor at) {
    if (at.value() instanceof JsonValue.Number) {
      return at.numberOrNull(LEAST.doubleValue(), MOST.doubleValue());
    } else if (at.value() instanceof JsonValue.Text text) {
      at.text(TextRules.LONGEST_NAME, "");
      return text.text();
    } else if (at.value() instanceof JsonValue.Truth truth) {
      return truth.value();
    }
    at.faultKind("a number, a text, true or false");
    return null;
  }

  /** The values; with faults those that the axis has in any case, for their fields to be asked. */
  static Listed steps(ObjectFields fields) {
    @Nullable BigDecimal from = fields.get("from").decimalOrNull(LEAST, MOST);
    @Nullable BigDecimal to = fields.need("to").decimalOrNull(LEAST, MOST);
    @Nullable BigDecimal step = fields.need("step").decimalOrNull(LEAST, MOST);
    boolean stands = step == null || step.signum() <= 0;
    if (step != null && stands) {
      fields.get("step").fault("is " + step.toPlainString(), "more than 0");
    }
    boolean falls = from != null && to != null && from.compareTo(to) > 0;
    if (from != null && to != null && falls) {
      String found = "is " + from.toPlainString() + ", above to (" + to.toPlainString() + ")";
      fields.get("from").fault(found, "at most " + to.toPlainString());
    }
    if (from == null || to == null || step == null || stands || falls) {
      return listed(from, falls ? to : null);
    }
    BigDecimal steps = to.subtract(from).divide(step, 0, RoundingMode.FLOOR);
    if (steps.compareTo(BigDecimal.valueOf(MOST_VALUES)) >= 0) {
      String found = "is " + step.toPlainString() + ", which gives more than " + MOST_VALUES;
      fields.get("step").fault(found + " values", "a larger one");
      return listed(from, from.add(step));
    }
    List<JsonValue> values = new ArrayList<>();
    for (int k = 0; k <= steps.intValueExact(); k++) {
      values.add(number(from.add(step.multiply(BigDecimal.valueOf(k)))));
    }
    return new Listed(values);
  }

  /** The numbers that could be read. */
  private static Listed listed(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    List<JsonValue> values = new ArrayList<>();
    if (one != null) {
      values.add(number(one));
    }
    if (other != null) {
      values.add(number(other));
    }
    return new Listed(values);
  }

  /** A number as it would be written. */
  private static JsonValue.Number number(BigDecimal value) {
    String text = value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    return new JsonValue.Number(text, text.indexOf('.') < 0, 1, 1);
  }

  /** The sound cases; none when all have faults. */
  static Cases cases(JsonCursor at) {
    SortedMap<String, JsonValue> patches = new TreeMap<>();
    for (JsonCursor item : at.entries().all()) {
      String wrong = TextRules.nameFault(item.name(), TextRules.LONGEST_ID);
      if (wrong != null || item.name().isBlank()) {
        String found = wrong == null ? "is empty" : wrong;
        item.fault("stands under a name that " + found, "a name of 1 to 100 characters");
      } else if (item.value() instanceof JsonValue.Members) {
        patches.put(item.name(), MergePatch.sound(item));
      } else {
        item.faultKind("an object, the changes to the scenario");
      }
    }
    if (at.value() instanceof JsonValue.Members members && members.names().isEmpty()) {
      at.fault("is empty", "at least one case");
    } else if (patches.size() > MOST_CASES) {
      at.fault("has " + patches.size() + " cases", "at most " + MOST_CASES);
    }
    return new Cases(patches);
  }
}
