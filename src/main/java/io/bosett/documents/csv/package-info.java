/**
 * CSV in and out: a reader that names file, line and column of every error, a writer that keeps
 * cells from becoming formulas (CSV injection).
 */
@NullMarked
package io.bosett.documents.csv;

import org.jspecify.annotations.NullMarked;
