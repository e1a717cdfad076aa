package io.bosett.benchmark.run;

import java.util.List;

/**
 * A start of the runner, whose lines follow.
 *
 * @param commit of the code, with {@code +} when files differ from it
 * @param at the time, in UTC
 * @param command as it was given
 * @param timeLimit of one solve, in seconds
 * @param repetitions up to 4,000 candidates
 * @param solvers that take part
 * @param instances that they meet
 * @param machine on which
 */
public record Session(
    String commit,
    String at,
    String command,
    double timeLimit,
    int repetitions,
    List<String> solvers,
    int instances,
    Machine machine)
    implements Line {}
