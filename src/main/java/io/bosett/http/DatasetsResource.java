package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.DatasetVersion;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datasets}: what figures there are. */
final class DatasetsResource {
  private final StoredDatasets datasets;

  DatasetsResource(StoredDatasets datasets) {
    this.datasets = datasets;
  }

  void addTo(Routes routes) {
    routes.get(Paths.DATASETS, Role.READ, this::list);
    routes.get(Paths.DATASET, Role.READ, this::read);
  }

  private void list(Context ctx) {
    Negotiation.json(ctx);
    Answers.json(ctx, 200, out -> out.object(() -> out.list("items", datasets.ids(), this::write)));
  }

  private void write(JsonOut out, String id) {
    DatasetJson.write(out, datasets.dataset(id), version(id));
  }

  private void read(Context ctx) {
    Negotiation.json(ctx);
    Dataset dataset = find(datasets, ctx);
    Answers.json(ctx, 200, out -> DatasetJson.write(out, dataset, version(dataset.id())));
  }

  private @Nullable DatasetVersion version(String id) {
    return datasets.version(id).orElse(null);
  }

  /** The dataset that a path names, or a problem. */
  static Dataset find(StoredDatasets datasets, Context ctx) {
    String id = ctx.pathParam("dataset");
    return datasets
        .find(id)
        .map(StoredDatasets.Figures::dataset)
        .orElseThrow(() -> Problems.notFound("dataset", id).exception());
  }
}
