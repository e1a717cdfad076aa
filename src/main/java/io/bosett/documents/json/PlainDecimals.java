package io.bosett.documents.json;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Formats doubles as plain decimals, independent of the locale. */
public final class PlainDecimals {
  private static final double FAST_LIMIT = 1e9;
  private static final int LONGEST = 24;
  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

  /**
   * Decimals written last, by a hash of the double's bits: letters write the same figures of a
   * dataset again and again. Threads may overwrite each other's, which are never wrong: a record's
   * fields are final.
   */
  private static final @Nullable Written[] WRITTEN = new Written[1 << 12];

  /** Fibonacci hashing: the upper 12 bits of a product with 2^64 over the golden ratio. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final int SPREAD_SHIFT = Long.SIZE - 12;

  private record Written(long bits, String text) {}

  private PlainDecimals() {}

  /**
   * Rounded half up in absolute value to at most six digits after the point, without trailing
   * zeros.
   */
  public static String rounded(double value, int digits) {
    requireFinite(value);
    double size = Math.abs(value);
    if (size >= FAST_LIMIT) {
      return plain(new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP));
    }
    long scaled = (long) Math.floor(size * POWERS[digits] + 0.5);
    return plain(value < 0 && scaled > 0, scaled, digits);
  }

  /** A number of so many digits after the point, given times the power of ten. */
  private static String plain(boolean negative, long scaled, int digits) {
    long rest = scaled;
    int left = digits;
    while (left > 0 && rest % 10 == 0) {
      rest /= 10;
      left--;
    }
    byte[] text = new byte[LONGEST];
    int start = LONGEST;
    for (int k = 0; k < left; k++) {
      text[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    if (left > 0) {
      text[--start] = '.';
    }
    do {
      text[--start] = (byte) ('0' + rest % 10);
      rest /= 10;
    } while (rest > 0);
    if (negative) {
      text[--start] = '-';
    }
    return new String(text, start, LONGEST - start, StandardCharsets.ISO_8859_1);
  }

  /** The decimal of {@link Double#toString}, which reads back as the same double. */
  public static String exact(double value) {
    requireFinite(value);
    long whole = (long) value;
    if (whole == value && Math.abs(value) < FAST_LIMIT) {
      return Long.toString(whole);
    }
    long bits = Double.doubleToRawLongBits(value);
    int slot = (int) ((bits * SPREAD) >>> SPREAD_SHIFT);
    Written known = WRITTEN[slot];
    if (known == null || known.bits != bits) {
      known = new Written(bits, fraction(value));
      WRITTEN[slot] = known;
    }
    return known.text;
  }

  private static String fraction(double value) {
    String text = Double.toString(value);
    boolean plain = text.indexOf('E') < 0 && text.charAt(text.length() - 1) != '0';
    return plain ? text : plain(new BigDecimal(text));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static void requireFinite(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a number to be written is " + value);
    }
  }
}
