/**
 * Allocations that are kept: submitted, waited for, watched, stopped, read again. {@link
 * io.bosett.service.jobs.AllocationService} is what the HTTP service calls. Threads of this process
 * claim waiting allocations from the store and solve them, as those of other processes on the same
 * store do; a lease says who solves what, and what a process that died was solving is solved by
 * another.
 */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
