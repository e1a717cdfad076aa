package io.bosett.benchmark.run;

import java.util.Map;

/**
 * Numbers about the default solver that a race does not show.
 *
 * @param name what was measured
 * @param values by name; seconds, megabytes or counts, as the name says
 * @param detail what went wrong, or empty
 */
public record Measure(String commit, String name, Map<String, Double> values, String detail)
    implements Line {}
