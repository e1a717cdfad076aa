package io.bosett.service.sweeps;

import java.nio.file.Path;

/**
 * An Apache Spark that is there already, on which sweeps may run.
 *
 * @param master its address, as {@code spark-submit --master} takes it
 * @param submit the command {@code spark-submit}
 * @param job the jar of the job of sweeps, of the version of this program
 */
public record SparkSettings(String master, Path submit, Path job) {}
