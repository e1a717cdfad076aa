/**
 * Datasets as documents: a folder, a zip archive of one, one JSON document, and the catalog in
 * which scenarios find them by id.
 */
@NullMarked
package io.bosett.documents.dataset;

import org.jspecify.annotations.NullMarked;
