package io.bosett.http.resource;

import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.DatasetVersion;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datasets}: lists datasets and shows one. */
public final class DatasetsResource {
  private final StoredDatasets datasets;

  public DatasetsResource(StoredDatasets datasets) {
    this.datasets = datasets;
  }

  public void addTo(Routes routes) {
    routes.get(Links.DATASETS, Role.READ, this::list);
    routes.get(Links.DATASET, Role.READ, this::read);
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    Links links = Links.of(ctx);
    Responses.json(
        ctx,
        200,
        out -> out.object(() -> out.list("items", datasets.ids(), (o, id) -> write(o, id, links))));
  }

  private void write(JsonWriter out, String id, Links links) {
    DatasetSummaryJson.write(out, datasets.dataset(id), version(id), links);
  }

  private void read(Context ctx) {
    ContentNegotiation.json(ctx);
    Dataset dataset = find(datasets, ctx);
    @Nullable DatasetVersion version = version(dataset.id());
    Responses.json(ctx, 200, out -> DatasetSummaryJson.write(out, dataset, version, Links.of(ctx)));
  }

  private @Nullable DatasetVersion version(String id) {
    return datasets.version(id).orElse(null);
  }

  /** The dataset that the path names; throws 404 when there is none. */
  static Dataset find(StoredDatasets datasets, Context ctx) {
    return figures(datasets, ctx).dataset();
  }

  /** The same with its document. */
  static StoredDatasets.Figures figures(StoredDatasets datasets, Context ctx) {
    String id = ctx.pathParam("dataset");
    return datasets.find(id).orElseThrow(() -> ProblemTypes.notFound("dataset", id).exception());
  }
}
