/**
 * Why not us: for a municipality that is not selected, the smallest change of each lever by itself
 * that would bring it in.
 */
@NullMarked
package io.bosett.analysis.whynot;

import org.jspecify.annotations.NullMarked;
