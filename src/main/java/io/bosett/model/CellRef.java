package io.bosett.model;

/**
 * A reference to one cell of each municipality.
 *
 * @param indicator an indicator of the dataset
 * @param year a year in which it has a cell
 */
public record CellRef(String indicator, int year) {}
