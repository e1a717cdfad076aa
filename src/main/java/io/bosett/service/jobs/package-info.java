/**
 * The job queue of allocations: submit, wait, watch, cancel, read. {@link
 * io.bosett.service.jobs.AllocationService} is what the HTTP service calls. Threads of this process
 * claim queued allocations from the store and solve them, as do other processes on the same store.
 * A lease says who solves what; when a process dies, its leases expire and others take over.
 */
@NullMarked
package io.bosett.service.jobs;

import org.jspecify.annotations.NullMarked;
