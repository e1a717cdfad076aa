package io.bosett.service;

import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A caching decorator of a dataset source: reads each dataset once. */
public final class CachingDatasetSource implements DatasetSource {
  private final DatasetSource source;
  private final Map<String, Dataset> kept = new HashMap<>();

  public CachingDatasetSource(DatasetSource source) {
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
