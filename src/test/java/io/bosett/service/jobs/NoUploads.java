package io.bosett.service.jobs;

import io.bosett.store.Content;
import io.bosett.store.DatasetStore;
import io.bosett.store.DatasetVersion;
import java.util.List;
import java.util.Optional;

/** A dataset store without uploads. */
record NoUploads(MemoryJobs allocations) implements DatasetStore {
  @Override
  public Optional<DatasetVersion> replace(
      String id, int version, Content content, String figuresHash) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Put put(String id, Content content, String figuresHash) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<DatasetVersion> newest(String id) {
    return Optional.empty();
  }

  @Override
  public List<DatasetVersion> all() {
    return List.of();
  }

  @Override
  public Optional<byte[]> content(String hash) {
    return allocations.content(hash);
  }
}
