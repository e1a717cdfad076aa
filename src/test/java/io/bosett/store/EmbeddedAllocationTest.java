package io.bosett.store;

/** Allocations in SQLite. */
final class EmbeddedAllocationTest extends AllocationContract {
  @Override
  Place place() {
    return new EmbeddedPlace(folder, clock);
  }
}
