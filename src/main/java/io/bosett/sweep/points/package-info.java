/** Solves points: each becomes a row of a part, and is counted in its summary. */
@NullMarked
package io.bosett.sweep.points;

import org.jspecify.annotations.NullMarked;
