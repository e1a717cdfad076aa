package io.bosett.generate;

/**
 * The style of an indicator's random numbers: all equal, of a few values (ties), round, or any.
 *
 * @param kind which of these
 * @param unit the common measure of the numbers
 */
record ValueStyle(Kind kind, double unit) {
  private enum Kind {
    EQUAL,
    FEW,
    ROUND,
    HEAVY_TAILED,
    PERCENT
  }

  /** A style for counts around some number. */
  static ValueStyle draw(SeededRandom draw, double unit) {
    Kind kind = draw.oneOf(Kind.EQUAL, Kind.FEW, Kind.ROUND, Kind.HEAVY_TAILED, Kind.HEAVY_TAILED);
    return new ValueStyle(kind, unit);
  }

  /** A style for numbers from 0 to 100. */
  static ValueStyle percent(SeededRandom draw) {
    return new ValueStyle(draw.oneOf(Kind.FEW, Kind.PERCENT), 20);
  }

  /** One number, positive. */
  double value(SeededRandom draw) {
    return switch (kind) {
      case EQUAL -> unit;
      case FEW -> unit * draw.between(1, 3);
      case ROUND -> Math.max(1, Math.rint(unit * draw.between(1, 30) / 10));
      case HEAVY_TAILED -> Math.max(1, Math.rint(unit * draw.spread(0.2, 8) * 10) / 10);
      case PERCENT -> Math.rint(draw.real(1, 100) * 10) / 10;
    };
  }
}
