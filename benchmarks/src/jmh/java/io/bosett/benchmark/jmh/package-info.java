/**
 * Micro benchmarks (JMH) of what is ours, on the real letter and its enlargements: reading,
 * compiling, the stages of the default solver, the checker, writing. See {@code
 * benchmarks/README.md}.
 */
@NullMarked
package io.bosett.benchmark.jmh;

import org.jspecify.annotations.NullMarked;
