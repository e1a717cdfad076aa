/**
 * The files of a dataset folder as an import or a conversion writes them: cells, the table of
 * indicators, and the replacement of all files or none.
 */
@NullMarked
package io.bosett.documents.imports.folder;

import org.jspecify.annotations.NullMarked;
