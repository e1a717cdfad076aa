/**
 * From a sweep document to its points: axes resolved in the scenario, and the scenario of a point.
 */
@NullMarked
package io.bosett.sweep.plan;

import org.jspecify.annotations.NullMarked;
