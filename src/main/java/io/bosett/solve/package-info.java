/**
 * Solvers behind one interface, and {@link io.bosett.solve.CheckedSolver}, the only way to an
 * answer: compile, solve, certify, check. Nothing leaves it whose rules, numbers and objective the
 * checker has not confirmed.
 */
@NullMarked
package io.bosett.solve;

import org.jspecify.annotations.NullMarked;
