/**
 * Why each municipality has its number: shadow prices, reduced costs, and what-if solves.
 *
 * <p>Why a candidate is asked or not, from the certificate's reduced costs: {@code StandingReader}.
 * Why a municipality is no candidate: {@code ExclusionReasons}. What would bring it in: {@code
 * analysis.whynot}.
 */
@NullMarked
package io.bosett.analysis.explain;

import org.jspecify.annotations.NullMarked;
