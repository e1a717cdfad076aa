/**
 * Why not us: for a municipality that is not selected, the smallest change of each lever by itself
 * that would bring it in; for a selected one, that would push it out. {@code WhyNot} decides; the
 * program is solved anew at every step of a lever ({@code Lever}), nothing is read from duals.
 */
@NullMarked
package io.bosett.analysis.whynot;

import org.jspecify.annotations.NullMarked;
