/** Runs sweeps on Apache Spark, by its Java interface alone: one task makes one part. */
@NullMarked
package io.bosett.sweep.spark;

import org.jspecify.annotations.NullMarked;
