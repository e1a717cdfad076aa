package io.bosett.sweep.plan;

import io.bosett.documents.json.JsonValue;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The value of an axis at a point.
 *
 * @param value of its fields; null for cases and for noise on figures
 * @param word the name of a case; null for others
 * @param index of a listed value or case; -1 for others
 * @param chance the uniform number that was drawn; NaN in the grid and for derived axes
 */
public record AxisValue(
    @Nullable JsonValue value, @Nullable String word, int index, double chance) {
  /** A number of no list. */
  static AxisValue number(BigDecimal number, double chance) {
    return new AxisValue(json(number), null, -1, chance);
  }

  static JsonValue json(BigDecimal number) {
    String text = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    return new JsonValue.Number(text, text.indexOf('.') < 0, 1, 1);
  }

  /** The number, or null when it is none. */
  public @Nullable Double number() {
    return value instanceof JsonValue.Number number ? Double.valueOf(number.text()) : null;
  }

  /** The value as a column of text has it, or null for noise on figures. */
  public @Nullable String text() {
    if (word != null || value == null) {
      return word;
    }
    return value instanceof JsonValue.Text text
        ? text.text()
        : value instanceof JsonValue.Number number ? number.text() : value.describe();
  }
}
