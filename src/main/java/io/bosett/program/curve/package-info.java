/**
 * Closed forms on long ranges of persons and minors: pieces on which whole-number gains are
 * concave, and searches over blocks of them. The checker has its own.
 */
@NullMarked
package io.bosett.program.curve;

import org.jspecify.annotations.NullMarked;
