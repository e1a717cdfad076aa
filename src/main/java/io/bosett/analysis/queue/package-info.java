/**
 * The queue: who would come next if more municipalities were selected or more persons settled, and
 * who would be out first. {@code Queue} decides: every number of municipalities is solved anew.
 */
@NullMarked
package io.bosett.analysis.queue;

import org.jspecify.annotations.NullMarked;
