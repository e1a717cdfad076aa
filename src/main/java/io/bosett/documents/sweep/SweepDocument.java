package io.bosett.documents.sweep;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A sweep: a scenario and the axes along which it varies. Every cell of the grid sees the same
 * draws.
 *
 * @param name for people; empty when not given
 * @param scenario a file name, relative to the sweep's own folder
 * @param grid the axes of the grid, the last one fastest
 * @param draws the random draws, or null when there is one draw without axes
 * @param against fixed allocations by name, each a file or {@code INDICATOR:YEAR}
 * @param keep what a point's row holds beside status, proof and objective
 */
public record SweepDocument(
    String name,
    String scenario,
    List<Axis> grid,
    @Nullable Draws draws,
    SortedMap<String, String> against,
    Set<Keep> keep) {
  public SweepDocument {
    grid = List.copyOf(grid);
    against = Collections.unmodifiableSortedMap(new TreeMap<>(against));
    keep = Collections.unmodifiableSet(new TreeSet<>(keep));
  }

  /** All axes: those of the grid, then those of the draws. */
  public Stream<Axis> axes() {
    return Stream.concat(grid.stream(), draws == null ? Stream.of() : draws.axes().stream());
  }

  /** A group of columns. */
  public enum Keep {
    /** Counts and sums. */
    TOTALS,
    /** The fits. */
    FITS,
    /** Who is asked, as a bitmap. */
    SELECTED,
    /** The persons of every municipality. */
    NUMBERS
  }

  /**
   * Random draws.
   *
   * @param count how many
   * @param seed of the random numbers
   * @param method how the unit cube is filled
   * @param axes a new one goes last, so that the draws of the others stay
   */
  public record Draws(int count, long seed, Method method, List<Axis> axes) {
    public Draws {
      axes = List.copyOf(axes);
    }
  }

  /** How draws fill the unit cube. */
  public enum Method {
    /** Pseudo-random numbers. */
    RANDOM,
    /** A Sobol sequence with a digital shift. */
    SOBOL,
    /** One draw in each of {@code count} strata of equal chance, axis by axis. */
    LATIN_HYPERCUBE
  }
}
