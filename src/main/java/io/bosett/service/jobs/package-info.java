/**
 * The job queues, one for each kind of job ({@link io.bosett.service.jobs.JobQueue}): submit, wait,
 * watch, cancel, read. Threads of this process claim queued jobs from the store and do them, as do
 * other processes on the same store. A lease says who does what; when a process dies, its leases
 * expire and others take over. {@link io.bosett.service.jobs.AllocationService} are the
 * allocations.
 *
 * <p>When the service closes, running jobs go back to the queue ({@code JobQueue.close}); {@code
 * StopReason} lists all reasons to stop. A job that fails {@code JobRun}'s number of attempts is
 * FAILED.
 */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
