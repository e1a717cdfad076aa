/**
 * Documents and tables on the way in and out: datasets, scenarios, results, certificates, exports.
 *
 * <p>Readers are strict and tireless: every fault of a document is reported at once, scenarios and
 * results as {@link io.bosett.model.Violation}s with JSON pointers, dataset folders and archives of
 * them as {@link io.bosett.documents.csv.FileFault}s with line and column. Writers of documents
 * take a {@link io.bosett.documents.json.JsonWriter} and stream into it. Writers give the same
 * bytes for the same values whatever the machine's locale. No type of a JSON, CSV or spreadsheet
 * library leaves this package.
 */
@NullMarked
package io.bosett.documents;

import org.jspecify.annotations.NullMarked;
