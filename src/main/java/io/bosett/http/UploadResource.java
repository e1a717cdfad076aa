package io.bosett.http;

import io.bosett.files.DatasetDocument;
import io.bosett.files.DatasetZip;
import io.bosett.model.Dataset;
import io.bosett.model.InvalidInputException;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.DatasetStore;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code PUT /v1/datasets/{id}}: a dataset as a zip of its folder, or as JSON. */
final class UploadResource {
  private static final String ZIP = "application/zip";
  private static final int CREATED = 201;

  private final StoredDatasets datasets;
  private final Bodies bodies;
  private final int mostMunicipalities;

  UploadResource(StoredDatasets datasets, Bodies bodies, int mostMunicipalities) {
    this.datasets = datasets;
    this.bodies = bodies;
    this.mostMunicipalities = mostMunicipalities;
  }

  void addTo(Routes routes) {
    routes.put(Paths.DATASET, Role.ADMIN, this::upload);
  }

  private void upload(Context ctx) {
    Negotiation.json(ctx);
    String id = ctx.pathParam("dataset");
    if (datasets.isShipped(id)) {
      throw Problems.conflict(
              "dataset-ships",
              "The dataset ships with the program",
              "'" + id + "' cannot be replaced; choose another id")
          .exception();
    }
    Dataset dataset = read(ctx, id);
    DatasetStore.Put put = datasets.put(id, dataset);
    ctx.header("Location", Paths.dataset(id));
    Answers.json(
        ctx, put.isFirst() ? CREATED : 200, out -> DatasetJson.write(out, dataset, put.version()));
  }

  private Dataset read(Context ctx, String id) {
    String type = Bodies.type(ctx, List.of(ZIP, Answers.JSON));
    byte[] body = bodies.dataset(ctx);
    try {
      Dataset dataset =
          type.equals(ZIP) ? DatasetZip.read(body, id) : DatasetDocument.read(body, id);
      if (dataset.size() > mostMunicipalities) {
        throw Problems.tooManyMunicipalities(dataset.size(), mostMunicipalities).exception();
      }
      return dataset;
    } catch (InvalidInputException e) {
      throw Problems.invalidDataset(e).exception();
    }
  }
}
