/**
 * What the lines of a race come to: who was wrong, statistics, tables, pictures, and the report.
 * Reads nothing but the lines and the manifest, so the same lines give the same report.
 */
@NullMarked
package io.bosett.benchmark.report;

import org.jspecify.annotations.NullMarked;
