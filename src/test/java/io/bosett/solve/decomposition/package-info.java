/** What each part of the default solver promises, held against plain enumeration. */
@NullMarked
package io.bosett.solve.decomposition;

import org.jspecify.annotations.NullMarked;
