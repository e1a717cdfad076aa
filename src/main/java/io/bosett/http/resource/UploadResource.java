package io.bosett.http.resource;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.documents.dataset.DatasetZip;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.DatasetStore;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code PUT /v1/datasets/{id}}: uploads a dataset as a zip archive of its folder, or as JSON. */
public final class UploadResource {
  private static final String ZIP = "application/zip";
  private static final int CREATED = 201;

  private final StoredDatasets datasets;
  private final RequestBodies bodies;
  private final int mostMunicipalities;

  public UploadResource(StoredDatasets datasets, RequestBodies bodies, int mostMunicipalities) {
    this.datasets = datasets;
    this.bodies = bodies;
    this.mostMunicipalities = mostMunicipalities;
  }

  public void addTo(Routes routes) {
    routes.put(Links.DATASET, Role.ADMIN, this::upload);
  }

  private void upload(Context ctx) {
    ContentNegotiation.json(ctx);
    String id = ctx.pathParam("dataset");
    if (datasets.isShipped(id)) {
      throw ProblemTypes.datasetShips(id).exception();
    }
    Dataset dataset = read(ctx, id);
    DatasetStore.Put put = datasets.put(id, dataset);
    Links links = Links.of(ctx);
    ctx.header("Location", links.dataset(id));
    Responses.json(
        ctx,
        put.isFirst() ? CREATED : 200,
        out -> DatasetSummaryJson.writeUploaded(out, dataset, put.version(), links));
  }

  private Dataset read(Context ctx, String id) {
    String type = RequestBodies.type(ctx, List.of(ZIP, Responses.JSON));
    long most = bodies.mostUnpacked();
    byte[] body = type.equals(ZIP) ? bodies.archive(ctx, most) : bodies.dataset(ctx);
    try {
      Dataset dataset =
          type.equals(ZIP) ? DatasetZip.read(body, id, most) : DatasetDocument.read(body, id);
      if (dataset.size() > mostMunicipalities) {
        throw ProblemTypes.tooManyMunicipalities(dataset.size(), mostMunicipalities).exception();
      }
      return dataset;
    } catch (InvalidInputException e) {
      throw ProblemTypes.invalidDataset(e).exception();
    }
  }
}
