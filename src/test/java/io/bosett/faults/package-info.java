/**
 * Fault injection tests of the service: its process is killed, its database stops or is full, a
 * solver crashes, clients are slow. They start whole processes of the service; every test prints in
 * one line what it did and saw, with its seed. Killed in the middle of jobs: {@code KillTest},
 * {@code KilledAnalysisTest}; several processes on one database: {@code SharedDatabaseTest}.
 *
 * <p>The number of repetitions is a share of the full count, {@code bosett.cases}, or a count of
 * its own by a property that {@link io.bosett.faults.Repetitions} names.
 */
@NullMarked
package io.bosett.faults;

import org.jspecify.annotations.NullMarked;
