package io.bosett.service.kept;

import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import java.util.List;

/** A dataset source with one dataset, which it returns for every id. */
record SingleDatasetSource(Dataset dataset) implements DatasetSource {
  @Override
  public Dataset dataset(String id) {
    return dataset;
  }

  @Override
  public List<String> ids() {
    return List.of(dataset.id());
  }
}
