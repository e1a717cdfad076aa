/**
 * What the service promises when something breaks: its process is killed, its database stops or is
 * full, a solver dies, callers are slow. Whole processes of the service are started and hit; every
 * test prints in one line what it did and saw, and its seed.
 *
 * <p>How often is a share of the full count, {@code bosett.cases}, or a count of its own by a
 * property that {@link io.bosett.faults.Counts} names.
 */
@NullMarked
package io.bosett.faults;

import org.jspecify.annotations.NullMarked;
