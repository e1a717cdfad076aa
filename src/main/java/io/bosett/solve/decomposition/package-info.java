/** Tests of the parts of the default solver against plain enumeration. */
@NullMarked
package io.bosett.solve.decomposition;

import org.jspecify.annotations.NullMarked;
