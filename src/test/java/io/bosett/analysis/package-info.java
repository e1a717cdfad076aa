/** Tests of conflicts, explanations and comparisons, against a plain dynamic program. */
@NullMarked
package io.bosett.analysis;

import org.jspecify.annotations.NullMarked;
