package io.bosett.service.jobs;

import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dataset source that records the dataset read for one scenario: a new version may be uploaded at
 * any moment, and the allocation must refer to the version that was validated.
 */
final class RecordingDatasetSource implements DatasetSource {
  private final StoredDatasets datasets;
  private StoredDatasets.@Nullable Figures read;

  RecordingDatasetSource(StoredDatasets datasets) {
    this.datasets = datasets;
  }

  @Override
  public Dataset dataset(String id) {
    StoredDatasets.Figures figures = datasets.figures(id);
    read = figures;
    return figures.dataset();
  }

  @Override
  public List<String> ids() {
    return datasets.ids();
  }

  StoredDatasets.@Nullable Figures read() {
    return read;
  }
}
