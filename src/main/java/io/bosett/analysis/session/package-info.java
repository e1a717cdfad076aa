/**
 * A session of solves around one scenario, read and compiled once: thousands of its variants, each
 * solved from the base scenario's multipliers, checked and counted. Every analysis that asks "what
 * if" uses it. It is a {@link io.bosett.solve.DatasetSession} with a base; the search for a
 * conflict and sweeps, which have none, use that one as it is.
 *
 * <p>At the time limit or a cancellation, what is not solved stays null ({@code SolveSession.map},
 * {@code isCutShort}), and the report says that it is not complete.
 */
@NullMarked
package io.bosett.analysis.session;

import org.jspecify.annotations.NullMarked;
