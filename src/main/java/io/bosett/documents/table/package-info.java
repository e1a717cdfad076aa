/**
 * Export formats for the places of a result: CSV, XLSX, GeoJSON and JSON.
 *
 * <p>A new export format is a writer here and a line in {@link
 * io.bosett.documents.table.ExportFormat}, from which the command line and HTTP take it. Columns of
 * places are in {@code PlacesTable}; texts are guarded against formulas, and separators chosen, in
 * {@code documents.csv}.
 */
@NullMarked
package io.bosett.documents.table;

import org.jspecify.annotations.NullMarked;
