/**
 * Runs sweeps: in this process ({@code SweepRun}), or by processes elsewhere ({@code
 * DistributedRun}, {@code PartWork}). One task makes one part by itself. A part counts as done once
 * its file is in place, so the same task may run anywhere and more than once, and a run is resumed
 * by seeing which parts are there. A file that cannot be read or written ends the run; a point that
 * breaks down does not ({@code sweep.points}).
 */
@NullMarked
package io.bosett.sweep.run;

import org.jspecify.annotations.NullMarked;
