package io.bosett.store;

import java.util.List;
import java.util.Optional;

/** Datasets that were uploaded, each with its newest version; contents by hash. */
public interface DatasetStore {
  /**
   * Keeps a dataset; the same content again makes no new version.
   *
   * @param id of the dataset
   * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
   */
  DatasetVersion put(String id, Content content, String figuresHash);

  /** The newest version. */
  Optional<DatasetVersion> newest(String id);

  /** The newest version of each, in ascending order of the id. */
  List<DatasetVersion> all();

  /** A document kept here for a dataset or an allocation, by its hash. */
  Optional<byte[]> content(String hash);
}
