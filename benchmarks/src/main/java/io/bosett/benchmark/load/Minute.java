package io.bosett.benchmark.load;

/**
 * One minute of a soak.
 *
 * @param minute from 1; 0 is the state before the first
 * @param deeds that were done
 * @param surprises answers that must not be
 * @param p50 milliseconds from when a deed was to begin; a deed may be several requests
 * @param heapMb in use after a collection
 * @param rssMb resident memory of the service's own process
 * @param files open file descriptors, sockets among them
 * @param processes of solvers
 * @param diskMb that the store's files hold
 * @param allocations that were made so far
 * @param cores that the service used
 */
record Minute(
    int minute,
    long deeds,
    long surprises,
    double p50,
    double p99,
    double max,
    double heapMb,
    double rssMb,
    int files,
    int threads,
    int processes,
    double diskMb,
    long allocations,
    double cores) {}
