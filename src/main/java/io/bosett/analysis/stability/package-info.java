/**
 * Stability of an optimum: the loss of each candidate, which is how far it is from changing sides
 * between asked and not asked.
 */
@NullMarked
package io.bosett.analysis.stability;

import org.jspecify.annotations.NullMarked;
