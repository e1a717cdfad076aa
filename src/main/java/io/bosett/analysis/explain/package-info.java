/** Why each municipality has its number: shadow prices, reduced costs, and what-if solves. */
@NullMarked
package io.bosett.analysis.explain;

import org.jspecify.annotations.NullMarked;
