/**
 * Why a scenario is infeasible: an irreducible infeasible subset of its rules, and the smallest
 * single changes that make it feasible.
 */
@NullMarked
package io.bosett.analysis.conflict;

import org.jspecify.annotations.NullMarked;
