package io.bosett.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A reference to one number per municipality: an indicator in one year, or its weighted mean over
 * years, {@code sum w_t v_t / sum w_t} over the years with a number, {@code w_t = 0.5^((to - t) /
 * halfLife)}.
 *
 * @param indicator an indicator of the dataset
 * @param from first year
 * @param to last year, included; equal to {@code from} for a single year
 * @param halfLife in years, positive; null weighs all years alike
 */
public record Figure(String indicator, int from, int to, @Nullable Double halfLife) {
  /** An indicator in one year. */
  public Figure(String indicator, int year) {
    this(indicator, year, year, null);
  }

  /** The cells read. */
  public Stream<CellsRead> reads() {
    String years = isOfOneYear() ? "/year" : "/years";
    return Stream.of(new CellsRead("/indicator", years, indicator, from, to));
  }

  /** Whether it is the plain value of one year. */
  public boolean isOfOneYear() {
    return from == to && halfLife == null;
  }
}
