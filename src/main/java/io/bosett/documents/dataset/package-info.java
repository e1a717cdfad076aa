/**
 * Datasets as documents: a folder, a zip archive of one, one JSON document, and the catalog in
 * which scenarios find them by id. Unknown columns, a municipality named before and a second row
 * for a cell are errors with line and column ({@code MunicipalitiesCsv}, {@code IndicatorsCsv}).
 */
@NullMarked
package io.bosett.documents.dataset;

import org.jspecify.annotations.NullMarked;
