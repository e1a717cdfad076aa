/**
 * The job queues, one for each kind of job ({@link io.bosett.service.jobs.JobQueue}): submit, wait,
 * watch, cancel, read. Threads of this process claim queued jobs from the store and do them, as do
 * other processes on the same store. A lease says who does what; when a process dies, its leases
 * expire and others take over. {@link io.bosett.service.jobs.AllocationService} are the
 * allocations.
 *
 * <p>When the service closes, running jobs go back to the queue ({@code JobQueue.close}); {@code
 * StopReason} lists all reasons to stop. A job that throws is FAILED at once; one that was begun 25
 * times ({@code JobRun}) and never came to an end likewise.
 *
 * <p>{@code LeaseHeartbeat} renews leases every 0.4 s. A job whose lease is lost is stopped and
 * nothing of it is written: {@code store.sql.LeaseWrites} fences by owner and attempt. {@code
 * OutcomeWriter} writes what has come of a job, {@code Handoff} takes over jobs whose callers wait.
 */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
