/**
 * Readers of foreign file formats: JSON-stat, PxWeb JSON, PC-Axis, CSV, XLSX and HTML tables. Each
 * reader produces the same neutral {@link io.bosett.documents.imports.facts.Facts}.
 *
 * <p>A new format is one class here, an entry in {@code FileType} and a case in {@code
 * FileReading}.
 */
@NullMarked
package io.bosett.documents.imports.read;

import org.jspecify.annotations.NullMarked;
