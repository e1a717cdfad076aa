package io.bosett.http.resource;

import io.bosett.documents.dataset.BoundariesFormat;
import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/**
 * {@code /v1/datasets/{id}/boundaries}: the boundaries of a dataset's municipalities as GeoJSON.
 */
public final class BoundariesResource {
  static final String PATH = "/boundaries";

  private static final String GEO_JSON = "application/geo+json";

  private final StoredDatasets datasets;
  private final AnalysisExecutor analysisExecutor;

  public BoundariesResource(StoredDatasets datasets, AnalysisExecutor analysisExecutor) {
    this.datasets = datasets;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.DATASET + PATH, Role.READ, this::boundaries);
  }

  private void boundaries(Context ctx) {
    String type = ContentNegotiation.best(ctx, List.of(GEO_JSON, Responses.JSON));
    StoredDatasets.Figures figures = DatasetsResource.figures(datasets, ctx);
    Dataset dataset = figures.dataset();
    if (!dataset.hasBoundaries()) {
      throw ProblemTypes.notFound("boundary in dataset", dataset.id()).exception();
    }
    String form = type.substring(type.indexOf('/') + 1);
    if (!EntityTags.has(ctx, figures.document().hash() + "-boundaries-" + form)) {
      analysisExecutor.answer(
          ctx,
          type,
          figures.document().bytes().length,
          stream -> JsonWriter.write(stream, out -> BoundariesFormat.write(out, dataset)));
    }
  }
}
