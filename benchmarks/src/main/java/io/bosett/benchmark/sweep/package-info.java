/**
 * Sweeps in process: what each part of a point takes, how many points a second, and a long run with
 * its memory. Lines of other runs, such as those of Spark, stand in the same file and on the same
 * page.
 */
@NullMarked
package io.bosett.benchmark.sweep;

import org.jspecify.annotations.NullMarked;
