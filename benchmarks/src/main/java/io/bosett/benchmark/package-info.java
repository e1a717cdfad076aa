/**
 * The race of the solvers: every solver on every instance in a process of its own, every answer
 * checked, results as JSON lines and a report made from them. Run by {@code ./bosett benchmark};
 * see {@code benchmarks/README.md}.
 */
@NullMarked
package io.bosett.benchmark;

import org.jspecify.annotations.NullMarked;
