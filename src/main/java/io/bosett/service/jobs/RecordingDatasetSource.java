package io.bosett.service.jobs;

import io.bosett.documents.dataset.DatasetSource;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The datasets during the reading of one scenario. Notes which one it rests on: a new version may
 * be uploaded at any moment, and what is kept must be what was looked at.
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
