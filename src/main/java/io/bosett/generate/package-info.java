/**
 * Seeded random datasets and scenarios for tests, benchmarks and demonstrations. The same seed
 * gives the same problem on every machine. Every problem is a valid document, though not always a
 * feasible one.
 */
@NullMarked
package io.bosett.generate;

import org.jspecify.annotations.NullMarked;
