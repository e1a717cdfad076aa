package io.bosett.documents.sweep;

import io.bosett.documents.json.JsonValue;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An axis of a sweep: what varies, and over which values.
 *
 * @param name unique in the sweep; a column of the results
 * @param place the JSON pointer of the axis in the sweep document
 * @param at pointers into the scenario, all of which get the value; none for {@link Cases} and
 *     {@link Noise}
 * @param values over which it varies
 */
public record Axis(String name, String place, List<String> at, Values values) {
  public Axis {
    at = List.copyOf(at);
  }

  /** The values of an axis. */
  public sealed interface Values {}

  /** Values one by one; drawn, each equally often. */
  public record Listed(List<JsonValue> values) implements Values {
    public Listed {
      values = List.copyOf(values);
    }
  }

  /**
   * Merge patches (RFC 7396) of the scenario by name, applied before all other axes; drawn, each
   * equally often. In the order of their names, as members of an object have none.
   */
  public record Cases(SortedMap<String, JsonValue> patches) implements Values {
    public Cases {
      patches = Collections.unmodifiableSortedMap(new TreeMap<>(patches));
    }
  }

  /** A distribution of numbers, drawn by its inverse. */
  public sealed interface Distribution extends Values {
    /** Digits after the point to which a number is rounded half up, or null for all. */
    @Nullable Integer digits();
  }

  /** The uniform distribution, of the numbers or of their logarithms. */
  public record Between(
      BigDecimal least, BigDecimal most, boolean logarithmic, @Nullable Integer digits)
      implements Distribution {}

  /**
   * The normal distribution.
   *
   * @param mean the scenario's own number when null
   * @param deviation the standard deviation
   * @param relative whether the deviation is a share of the mean's size
   */
  public record Normal(
      @Nullable Double mean, double deviation, boolean relative, @Nullable Integer digits)
      implements Distribution {}

  /** The triangular distribution. */
  public record Triangular(double least, double mode, double most, @Nullable Integer digits)
      implements Distribution {}

  /**
   * Numbers with a fault of form, of a document with violations: no point is drawn from them, but
   * the axis can still be validated against the scenario.
   *
   * @param kind the member of the axis that has the fault
   * @param numbers those that could be read
   */
  public record Unsound(String kind, List<BigDecimal> numbers, @Nullable Integer digits)
      implements Distribution {
    public Unsound {
      numbers = List.copyOf(numbers);
    }
  }

  /** A multiple of another axis's number, by exact decimals. */
  public record Derived(String of, BigDecimal times, @Nullable Integer digits) implements Values {}

  /**
   * Noise on the cells of an indicator in a year, an independent draw for each municipality.
   *
   * @param deviation the standard deviation
   * @param relative whether the deviation is a share of the cell
   */
  public record Noise(String indicator, int year, double deviation, boolean relative)
      implements Values {
    /** In place of a year that could not be read. */
    public static final int UNREAD = -1;
  }
}
