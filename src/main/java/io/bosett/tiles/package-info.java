/**
 * Tile maps: a place on a grid of hexagons for each municipality, made from longitude and latitude,
 * or from the counties alone. Used where a dataset has no {@code tiles.csv}; the command {@code
 * datasets tiles} writes that file, which may then be corrected by hand.
 */
@NullMarked
package io.bosett.tiles;

import org.jspecify.annotations.NullMarked;
