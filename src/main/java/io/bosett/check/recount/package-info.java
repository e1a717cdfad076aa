/**
 * The scenario's numbers a second time: candidates, targets, gains, rules of each place and shared
 * rules, recomputed from scenario and dataset alone. Twins of classes in {@code program} have the
 * same names and share no code with them.
 */
@NullMarked
package io.bosett.check.recount;

import org.jspecify.annotations.NullMarked;
