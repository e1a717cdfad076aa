/**
 * The hand method: what a careful analyst does in a spreadsheet, kept as a baseline to show what a
 * proof is worth.
 */
@NullMarked
package io.bosett.solve.spreadsheet;

import org.jspecify.annotations.NullMarked;
