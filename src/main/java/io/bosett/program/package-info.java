/**
 * The integer program, compiled from a scenario: candidates with gain functions, shared rules, and
 * its forms for other solvers. Immutable; knows no solver. Gains become whole numbers in {@link
 * io.bosett.program.Gains}; those that do not fit are refused ({@code GainFaults}).
 *
 * <p>A new shared rule is a row in {@link io.bosett.program.SharedRules}, a new cap belongs in
 * {@code Caps}, a new kind of fit implements {@link io.bosett.program.Gains}. The checker has a
 * twin of each in {@code check.recount}, written independently.
 */
@NullMarked
package io.bosett.program;

import org.jspecify.annotations.NullMarked;
