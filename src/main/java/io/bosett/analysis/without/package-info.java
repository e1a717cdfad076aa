/** What each criterion decides: the optimum without it. */
@NullMarked
package io.bosett.analysis.without;

import org.jspecify.annotations.NullMarked;
