/**
 * Solution files of other solvers for an exported integer program, read as values by column name.
 */
@NullMarked
package io.bosett.documents.solution;

import org.jspecify.annotations.NullMarked;
