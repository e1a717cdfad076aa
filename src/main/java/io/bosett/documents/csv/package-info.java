/**
 * CSV in and out: a reader that names file, line and column of every error, a writer that keeps
 * cells from becoming formulas (CSV injection, {@code SpreadsheetSanitizer}). {@code CsvDialect}
 * has separators, line ends and the byte order mark, {@code CsvTableWriter} the numbers.
 */
@NullMarked
package io.bosett.documents.csv;

import org.jspecify.annotations.NullMarked;
