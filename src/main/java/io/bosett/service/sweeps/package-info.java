/**
 * Sweeps as jobs of the service: accepted, run, kept, deleted. They run in this process beside the
 * solves, or on Spark ({@code SparkRun}), whose driver is started anew when it was killed and had
 * made new parts; one that ends with an error other than 70 (defective points) fails the sweep.
 */
@NullMarked
package io.bosett.service.sweeps;

import org.jspecify.annotations.NullMarked;
