package io.bosett.store;

/** Allocations in PostgreSQL. */
final class PostgresAllocationTest extends AllocationContract {
  @Override
  Place place() {
    return new PostgresPlace(clock);
  }
}
