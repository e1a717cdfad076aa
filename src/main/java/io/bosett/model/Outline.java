package io.bosett.model;

import java.util.List;

/**
 * The boundary of a municipality: rings of corners, outer and inner ones alike, whose inside is
 * that of the even-odd rule.
 *
 * @param rings each closed, its last corner is the first again
 */
public record Outline(List<List<Corner>> rings) {
  public Outline {
    rings = rings.stream().map(List::copyOf).toList();
  }

  /** A corner, in degrees (WGS 84). */
  public record Corner(double longitude, double latitude) {}
}
