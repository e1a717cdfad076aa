/**
 * A session of solves: one scenario, read and compiled once, and thousands of its variants, each
 * solved from the base scenario's multipliers, checked and counted. Every analysis that asks "what
 * if" uses it.
 */
@NullMarked
package io.bosett.analysis.session;

import org.jspecify.annotations.NullMarked;
