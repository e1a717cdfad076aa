package io.bosett.documents.imports.facts;

import java.util.List;

/**
 * One figure of a file, before anything is made of it.
 *
 * @param place whose figure it is
 * @param categories what it is a figure of, in the order of the file
 * @param value the cell
 * @param column the letter of the column in a table, or empty
 */
public record Entry(PlaceText place, List<Category> categories, Value value, String column) {}
