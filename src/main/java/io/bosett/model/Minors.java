package io.bosett.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules on unaccompanied minors: group size, share, limits, and who may take them.
 *
 * @param minimumGroup a place takes none or at least so many; at least 1
 * @param maximumShare of the persons of a place, 0 to 1; {@code m <= floor(maximumShare * x)} in
 *     exact decimals
 * @param maximum of one place, or null
 * @param municipalitiesAtMost limit on the number of places that take minors, or null
 * @param candidates who may take minors, or null for all candidates
 */
public record Minors(
    int minimumGroup,
    BigDecimal maximumShare,
    @Nullable Integer maximum,
    @Nullable Integer municipalitiesAtMost,
    @Nullable Who candidates) {
  /** The defaults of a scenario without rules on minors. */
  public static final Minors DEFAULT = new Minors(1, BigDecimal.ONE, null, null, null);

  /** The cells read. */
  public Stream<CellsRead> reads() {
    return candidates instanceof Who.Condition condition
        ? condition.cell().reads().map(cells -> cells.under("/candidates"))
        : Stream.empty();
  }

  /** The candidates that may take minors. */
  public sealed interface Who {
    /** Listed municipalities; those that are no candidates are ignored. */
    record Listed(List<String> municipalities) implements Who {
      public Listed {
        municipalities = List.copyOf(municipalities);
      }
    }

    /**
     * Those whose cell lies within the limits, at least one of which is given. A missing cell never
     * does, a suppressed one only when the condition is exactly {@code atLeast: 1}.
     */
    record Condition(CellRef cell, @Nullable BigDecimal atLeast, @Nullable BigDecimal atMost)
        implements Who {}
  }

  /** The same with another least group. */
  public Minors withMinimumGroup(int value) {
    return new Minors(value, maximumShare, maximum, municipalitiesAtMost, candidates);
  }

  /** The same with another share. */
  public Minors withMaximumShare(BigDecimal value) {
    return new Minors(minimumGroup, value, maximum, municipalitiesAtMost, candidates);
  }

  /** The same with another maximum. */
  public Minors withMaximum(@Nullable Integer value) {
    return new Minors(minimumGroup, maximumShare, value, municipalitiesAtMost, candidates);
  }

  /** The same with another number of places. */
  public Minors withMunicipalitiesAtMost(@Nullable Integer value) {
    return new Minors(minimumGroup, maximumShare, maximum, value, candidates);
  }

  /** The same with others who may take minors. */
  public Minors withCandidates(@Nullable Who value) {
    return new Minors(minimumGroup, maximumShare, maximum, municipalitiesAtMost, value);
  }
}
