/**
 * Summaries of sweeps: counted in whole numbers while points are solved, so that merging them in
 * any order gives the same bytes.
 */
@NullMarked
package io.bosett.sweep.summary;

import org.jspecify.annotations.NullMarked;
