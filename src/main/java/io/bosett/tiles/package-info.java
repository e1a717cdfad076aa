/**
 * Tile maps: a place on a grid of hexagons for each municipality, made from longitude and latitude,
 * or from the counties alone.
 */
@NullMarked
package io.bosett.tiles;

import org.jspecify.annotations.NullMarked;
