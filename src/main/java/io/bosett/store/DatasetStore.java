package io.bosett.store;

import java.util.List;
import java.util.Optional;

/** The store of uploaded datasets, each in its newest version; contents by hash. */
public interface DatasetStore {
  /**
   * The result of an upload.
   *
   * @param version the newest version now
   * @param isFirst whether the id was new; true for one of several concurrent uploads
   */
  record Put(DatasetVersion version, boolean isFirst) {}

  /**
   * Stores a dataset; equal content makes no new version.
   *
   * @param id of the dataset
   * @param figuresHash {@link io.bosett.model.Dataset#contentHash()}
   */
  Put put(String id, Content content, String figuresHash);

  /**
   * Stores a dataset in the place of a version, if that is still the newest; equal content makes no
   * new version.
   *
   * @param version that is replaced
   * @return the newest version now, or empty when another one came in between
   */
  Optional<DatasetVersion> replace(String id, int version, Content content, String figuresHash);

  /** The newest version. */
  Optional<DatasetVersion> newest(String id);

  /** The newest version of each dataset, ascending by id. */
  List<DatasetVersion> all();

  /** The document with this hash, stored for a dataset or an allocation. */
  Optional<byte[]> content(String hash);

  /** The same, to be read piece by piece. */
  default Optional<StoredDocument> document(String hash) {
    return content(hash).map(StoredDocument::of);
  }
}
