package io.bosett.model;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Doubles as ECMAScript's {@code Number::toString} writes them, which RFC 8785 asks for: the
 * shortest decimal that reads back as the double, of several the nearest, of two equally near the
 * one with an even last digit. {@link Double#toString} is not always the shortest before Java 19
 * (JDK-4511638), so its text counts only where it must be.
 */
public final class EcmaScriptNumber {
  /** Decimals of so many digits never share a double, subnormal ones aside (DBL_DIG in C). */
  private static final int UNIQUE_DIGITS = 15;

  private static final int MOST_DIGITS = 17;
  private static final long[] POWERS = new long[19];
  private static final double SMALLEST_QUICK = 0.01;
  private static final double LARGEST_QUICK = 1e15;
  private static final double LARGEST_WHOLE = 1L << 53;
  private static final int LARGEST_PLAIN_EXPONENT = 21;
  private static final int SMALLEST_PLAIN_EXPONENT = -6;

  static {
    POWERS[0] = 1;
    for (int k = 1; k < POWERS.length; k++) {
      POWERS[k] = 10 * POWERS[k - 1];
    }
  }

  private EcmaScriptNumber() {}

  /**
   * The text of a number; 0 for negative zero.
   *
   * @throws IllegalArgumentException when it is not finite
   */
  public static String of(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number to be written is " + value);
    }
    if (Math.abs(value) <= LARGEST_WHOLE && value == (long) value) {
      return Long.toString((long) value);
    }
    double size = Math.abs(value);
    String text = size >= SMALLEST_QUICK && size < LARGEST_QUICK ? quick(size) : null;
    if (text == null) {
      BigDecimal shortest = shortest(size).stripTrailingZeros();
      String digits = shortest.unscaledValue().toString();
      text = layOut(digits, digits.length() - shortest.scale());
    }
    return value < 0 ? "-" + text : text;
  }

  /** The shortest decimal that reads back as the double, without trailing zeros. */
  public static BigDecimal decimal(double value) {
    return new BigDecimal(of(value));
  }

  /**
   * The text of a number of usual size that is not whole, in 128-bit arithmetic; null for powers of
   * two, whose neighbours are not equally far away.
   */
  private static @Nullable String quick(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & ((1L << 52) - 1);
    if (fraction == 0) {
      return null;
    }
    long significand = fraction | 1L << 52;
    int shift = 1075 - (int) (bits >>> 52);
    int whole = wholeDigits(value);
    for (int digits = UNIQUE_DIGITS; digits <= MOST_DIGITS; digits++) {
      int scale = digits - whole;
      long decimal = nearest(significand, shift, POWERS[scale]);
      if (decimal >= 0) {
        return layOut(decimal, scale);
      }
    }
    return null;
  }

  /** Digits before the point; for what begins with zeros behind it, less by each. */
  private static int wholeDigits(double value) {
    if (value < 1) {
      return value >= 0.1 ? 0 : -1;
    }
    int count = 1;
    while (count < POWERS.length && value >= POWERS[count]) {
      count++;
    }
    return count;
  }

  /**
   * The whole number nearest to {@code significand * power / 2^shift}; -1 when, divided by the
   * power, it does not read back as {@code significand / 2^shift}.
   *
   * @param shift 1 to 62
   */
  private static long nearest(long significand, int shift, long power) {
    long high = Math.multiplyHigh(significand, power);
    long low = significand * power;
    long below = high << (64 - shift) | low >>> shift;
    long rest = low & ((1L << shift) - 1);
    long toNext = (1L << shift) - rest;
    boolean up = rest > toNext || (rest == toNext && (below & 1) == 1);
    long distance = 2 * (up ? toNext : rest);
    boolean readsBack = distance < power || (distance == power && (significand & 1) == 0);
    return readsBack ? (up ? below + 1 : below) : -1;
  }

  private static String layOut(long decimal, int scale) {
    long digits = decimal;
    int behind = scale;
    while (digits % 10 == 0) {
      digits /= 10;
      behind--;
    }
    String text = Long.toString(digits);
    return layOut(text, text.length() - behind);
  }

  private static BigDecimal shortest(double value) {
    BigDecimal written = new BigDecimal(Double.toString(value)).stripTrailingZeros();
    boolean subnormal = value < Double.MIN_NORMAL;
    if (!subnormal && written.precision() <= UNIQUE_DIGITS) {
      return written;
    }
    BigDecimal exact = new BigDecimal(value);
    for (int digits = subnormal ? 1 : UNIQUE_DIGITS; digits < MOST_DIGITS; digits++) {
      BigDecimal found = nearest(exact, value, digits);
      if (found != null) {
        return found;
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN));
  }

  /**
   * The decimal of so many digits nearest to a double among those that read back as it, or null.
   * The one next to it on the farther side may do where the nearer does not: below a power of two
   * doubles stand closer together.
   */
  private static @Nullable BigDecimal nearest(BigDecimal exact, double value, int digits) {
    BigDecimal near = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    if (near.doubleValue() == value) {
      return near;
    }
    RoundingMode other = near.compareTo(exact) < 0 ? RoundingMode.UP : RoundingMode.DOWN;
    BigDecimal far = exact.round(new MathContext(digits, other));
    return far.doubleValue() == value ? far : null;
  }

  /**
   * Digits with point and exponent.
   *
   * @param exponent the power of ten by which 0.digits is to be multiplied
   */
  private static String layOut(String digits, int exponent) {
    int count = digits.length();
    if (count <= exponent && exponent <= LARGEST_PLAIN_EXPONENT) {
      return digits + "0".repeat(exponent - count);
    } else if (0 < exponent && exponent <= LARGEST_PLAIN_EXPONENT) {
      return digits.substring(0, exponent) + "." + digits.substring(exponent);
    } else if (SMALLEST_PLAIN_EXPONENT < exponent && exponent <= 0) {
      return "0." + "0".repeat(-exponent) + digits;
    }
    String fraction = count == 1 ? "" : "." + digits.substring(1);
    String sign = exponent > 0 ? "e+" : "e-";
    return digits.charAt(0) + fraction + sign + Math.abs(exponent - 1);
  }
}
