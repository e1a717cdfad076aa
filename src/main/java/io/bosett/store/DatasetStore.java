package io.bosett.store;

import java.util.List;
import java.util.Optional;

/** Datasets that were uploaded, each with its newest version; contents by hash. */
public interface DatasetStore {
  /**
   * What came of keeping a dataset.
   *
   * @param version that is the newest now
   * @param isFirst whether there was none of its id before; true for one of several at once
   */
  record Put(DatasetVersion version, boolean isFirst) {}

  /**
   * Keeps a dataset; the same content again makes no new version.
   *
   * @param id of the dataset
   * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
   */
  Put put(String id, Content content, String figuresHash);

  /** The newest version. */
  Optional<DatasetVersion> newest(String id);

  /** The newest version of each, in ascending order of the id. */
  List<DatasetVersion> all();

  /** A document kept here for a dataset or an allocation, by its hash. */
  Optional<byte[]> content(String hash);
}
