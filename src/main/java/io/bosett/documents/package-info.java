/**
 * Documents and tables, read and written: datasets, scenarios, results, certificates, exports.
 *
 * <p>Readers are strict and report every error of a document at once: scenarios and results as
 * {@link io.bosett.model.Violation}s with JSON pointers, dataset folders and archives of them as
 * {@link io.bosett.documents.csv.FileFault}s with line and column. Writers of documents stream into
 * a {@link io.bosett.documents.json.JsonWriter} and give the same bytes for the same values
 * whatever the machine's locale. No type of a JSON, CSV or spreadsheet library appears outside this
 * room.
 */
@NullMarked
package io.bosett.documents;

import org.jspecify.annotations.NullMarked;
