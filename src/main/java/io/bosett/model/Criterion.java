package io.bosett.model;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A weighted criterion of a scenario.
 *
 * @param id unique in the scenario
 * @param weight 0 to 10<sup>6</sup>; weights are normalized to sum 1
 * @param base what targets are proportional to
 * @param tilt what shifts them, or null
 */
public record Criterion(String id, double weight, Base base, @Nullable Tilt tilt) {
  /** The same with another weight. */
  public Criterion withWeight(double value) {
    return new Criterion(id, value, base, tilt);
  }

  /** The same with another base. */
  public Criterion withBase(Base value) {
    return new Criterion(id, weight, value, tilt);
  }

  /** The same with another tilt, or none. */
  public Criterion withTilt(@Nullable Tilt value) {
    return new Criterion(id, weight, base, value);
  }

  /** The cells read. */
  public Stream<CellsRead> reads() {
    Stream<CellsRead> based = base.figure().reads().map(cells -> cells.under("/base"));
    return tilt == null
        ? based
        : Stream.concat(based, tilt.reads().map(cells -> cells.under("/tilt")));
  }

  /**
   * The base: targets are proportional to {@code base^power}.
   *
   * @param figure not negative, not 0 for all candidates
   * @param power 0 to 5, 1 unless given
   * @param missing what a missing value becomes, or null when it is an error
   */
  public record Base(Figure figure, double power, @Nullable Missing missing) {}

  /**
   * The tilt: one standard deviation more multiplies the target by {@code exp(strength)}.
   *
   * @param figure standardized over the candidates
   * @param strength -10 to 10
   * @param shrink for shares over few people, or null
   * @param missing what a missing value becomes, or null when it is an error
   */
  public record Tilt(
      Figure figure, double strength, @Nullable Shrink shrink, @Nullable Missing missing) {
    /** The cells read: a share and over how many people it was taken are of the same years. */
    private Stream<CellsRead> reads() {
      String at = "/shrink/count";
      return shrink == null
          ? figure.reads()
          : Stream.concat(
              figure.reads(),
              Stream.of(new CellsRead(at, at, shrink.count(), figure.from(), figure.to())));
    }
  }

  /**
   * Shrinkage of a share over few people towards the national share.
   *
   * @param count the indicator that says over how many people the share was taken
   * @param prior so many people with the national share are added, 0 to 10<sup>6</sup>
   */
  public record Shrink(String count, double prior) {}
}
