/**
 * Counter-based random numbers: the number of an axis in a draw depends on seed, name and draw
 * alone, and is the same on every machine.
 */
@NullMarked
package io.bosett.sweep.draw;

import org.jspecify.annotations.NullMarked;
