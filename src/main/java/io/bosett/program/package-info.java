/**
 * The integer program, compiled from a scenario: candidates with gain functions, shared rules, and
 * its forms for other solvers. Immutable; knows no solver.
 */
@NullMarked
package io.bosett.program;

import org.jspecify.annotations.NullMarked;
