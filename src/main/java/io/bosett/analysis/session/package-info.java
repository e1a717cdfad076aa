/**
 * A session of solves around one scenario, read and compiled once: thousands of its variants, each
 * solved from the base scenario's multipliers, checked and counted. Every analysis that asks "what
 * if" uses it. It is a {@link io.bosett.solve.DatasetSession} with a base; the search for a
 * conflict and sweeps, which have none, use that one as it is.
 */
@NullMarked
package io.bosett.analysis.session;

import org.jspecify.annotations.NullMarked;
