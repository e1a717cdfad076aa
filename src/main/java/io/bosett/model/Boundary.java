package io.bosett.model;

import java.util.Arrays;
import java.util.List;

/**
 * The boundary of a municipality: polygons, each an outer ring and then its holes, as in GeoJSON
 * (RFC 7946).
 */
public record Boundary(List<List<Ring>> polygons) {
  public Boundary {
    polygons = polygons.stream().map(List::copyOf).toList();
  }

  /** The number of positions of all rings, the last of each, which closes it, included. */
  public int positions() {
    return polygons.stream().flatMap(List::stream).mapToInt(Ring::size).sum();
  }

  /** A closed ring: the last position is the first. */
  public static final class Ring {
    private final double[] degrees;

    /**
     * @param degrees longitude and latitude (WGS 84) in turn
     */
    public Ring(double[] degrees) {
      this.degrees = degrees.clone();
    }

    /** The number of positions. */
    public int size() {
      return degrees.length / 2;
    }

    /** Longitude in degrees. */
    public double longitude(int position) {
      return degrees[2 * position];
    }

    /** Latitude in degrees. */
    public double latitude(int position) {
      return degrees[2 * position + 1];
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Ring ring && Arrays.equals(degrees, ring.degrees);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(degrees);
    }
  }
}
