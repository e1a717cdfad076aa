package io.bosett.documents.json;

import io.bosett.model.EcmaScriptNumber;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Parses the numbers of a JSON document. A number means the double nearest to it, so that documents
 * with one hash have one meaning: an exact decimal is that double's shortest decimal, and a number
 * with a whole value is whole however it is written.
 */
final class JsonNumbers {
  private static final double LARGEST_WHOLE = 1L << 53;

  private JsonNumbers() {}

  static @Nullable Long whole(JsonCursor at, long least, long most) {
    if (!(at.value() instanceof JsonValue.Number number)) {
      at.faultKind("a whole number", () -> range(least, most));
      return null;
    }
    double nearest = number.whole() ? 0 : Double.parseDouble(number.text());
    if (nearest != Math.rint(nearest)) {
      at.fault("is " + number.describe() + ", not a whole number", range(least, most));
      return null;
    }
    Long value = number.whole() ? parse(number.text()) : exactly(number.text(), nearest);
    if (value == null || value < least || value > most) {
      at.fault("is " + number.describe(), range(least, most));
      return null;
    }
    return value;
  }

  private static @Nullable Long parse(String text) {
    try {
      return Long.valueOf(text);
    } catch (NumberFormatException tooLong) {
      return null;
    }
  }

  /** Where doubles no longer stand for one whole number each, a number means what is written. */
  private static @Nullable Long exactly(String text, double nearest) {
    if (Math.abs(nearest) <= LARGEST_WHOLE) {
      return (long) nearest;
    }
    try {
      return new BigDecimal(text).longValueExact();
    } catch (ArithmeticException | NumberFormatException noLong) {
      return null;
    }
  }

  static @Nullable Double number(JsonCursor at, double least, double most) {
    if (!(at.value() instanceof JsonValue.Number number)) {
      at.faultKind("a number", () -> range(least, most));
      return null;
    }
    double value = Double.parseDouble(number.text()) + 0.0;
    if (!(least <= value && value <= most) || Double.isInfinite(value)) {
      at.fault("is " + number.describe(), range(least, most));
      return null;
    }
    return value;
  }

  private static String range(double least, double most) {
    return Double.isInfinite(least) || most == Double.MAX_VALUE
        ? "a number of at most 1.79e308 in size"
        : PlainDecimals.exact(least) + ".." + PlainDecimals.exact(most);
  }

  static @Nullable BigDecimal decimal(JsonCursor at, BigDecimal least, BigDecimal most) {
    if (!(at.value() instanceof JsonValue.Number number)) {
      at.faultKind("a number", () -> range(least, most));
      return null;
    }
    double nearest = Double.parseDouble(number.text());
    if (Double.isFinite(nearest)) {
      BigDecimal value = EcmaScriptNumber.decimal(nearest);
      if (least.compareTo(value) <= 0 && value.compareTo(most) <= 0) {
        return value;
      }
    }
    at.fault("is " + number.describe(), range(least, most));
    return null;
  }

  private static String range(long least, long most) {
    return least + ".." + most;
  }

  private static String range(BigDecimal least, BigDecimal most) {
    return least.toPlainString() + ".." + most.toPlainString();
  }
}
