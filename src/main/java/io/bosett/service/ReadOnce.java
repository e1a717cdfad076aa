package io.bosett.service;

import io.bosett.files.DatasetSource;
import io.bosett.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the datasets of another source once they are read. */
final class ReadOnce implements DatasetSource {
  private final DatasetSource source;
  private final Map<String, Dataset> kept = new HashMap<>();

  ReadOnce(DatasetSource source) {
    this.source = source;
  }

  @Override
  public Dataset dataset(String id) {
    Dataset known = kept.get(id);
    if (known == null) {
      known = source.dataset(id);
      kept.put(id, known);
    }
    return known;
  }

  @Override
  public List<String> ids() {
    return source.ids();
  }
}
