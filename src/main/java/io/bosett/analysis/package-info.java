/**
 * What can be said about answers: why nothing satisfies a scenario, why each municipality has its
 * number, what one more unit of a rule would bring, how two allocations differ. Pure functions over
 * results and re-solves; every figure given was computed, none is estimated where an exact one is
 * said. Texts are plain English with thousands separators and decimal points of their own, never
 * the machine's locale.
 */
@NullMarked
package io.bosett.analysis;

import org.jspecify.annotations.NullMarked;
