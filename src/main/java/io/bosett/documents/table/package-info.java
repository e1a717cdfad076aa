/**
 * Export formats for the places of a result: CSV, XLSX, GeoJSON and JSON.
 *
 * <p>A new export format is a writer here; {@code http.resource.PlacesResource} and {@code
 * cli.OutputFormat} offer it.
 */
@NullMarked
package io.bosett.documents.table;

import org.jspecify.annotations.NullMarked;
