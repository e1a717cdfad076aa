/**
 * Sweeps as jobs of the service: accepted, run, kept, deleted. They run in this process beside the
 * solves, or on Spark ({@code SparkRun}), whose driver is started anew as long as each start has
 * made new parts.
 */
@NullMarked
package io.bosett.service.sweeps;

import org.jspecify.annotations.NullMarked;
