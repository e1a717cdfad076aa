/**
 * The job queues, one for each kind of job ({@link io.bosett.service.jobs.JobQueue}): submit, wait,
 * watch, cancel, read. Threads of this process claim queued jobs from the store and do them, as do
 * other processes on the same store. A lease says who does what; when a process dies, its leases
 * expire and others take over. {@link io.bosett.service.jobs.AllocationService} are the
 * allocations.
 */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
