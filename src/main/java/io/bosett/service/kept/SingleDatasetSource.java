package io.bosett.service.kept;

import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import java.util.List;

/** A source that has one dataset, which is taken whatever is asked for. */
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
