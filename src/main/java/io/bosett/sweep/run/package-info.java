/**
 * Runs sweeps in this process. One task makes one part by itself; that it is there is its commit,
 * so the same task may run anywhere, and a run is resumed by seeing which parts are there.
 */
@NullMarked
package io.bosett.sweep.run;

import org.jspecify.annotations.NullMarked;
