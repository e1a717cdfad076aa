/**
 * Analyses of answers: why a scenario is infeasible, why each municipality has its number, what one
 * more unit of a rule would bring, how two allocations differ, which losses, weights and numbers
 * would change the answer. Pure functions over results and re-solves. Statements of the analyses of
 * variants have a {@link io.bosett.analysis.Label}: proven, scanned or estimated. Texts made here
 * are plain English with thousands separators and decimal points, independent of the locale.
 *
 * <p>A new analysis gets a package of its own here, a JSON format in {@code documents.analyses} if
 * it solves variants, else in {@code documents.result}, a command and a resource.
 */
@NullMarked
package io.bosett.analysis;

import org.jspecify.annotations.NullMarked;
