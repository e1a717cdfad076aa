/**
 * The arithmetic of lots: which sums of persons and minors a number of municipalities can reach at
 * all when each takes nobody or a lot. The checker has its own.
 */
@NullMarked
package io.bosett.program.lots;

import org.jspecify.annotations.NullMarked;
