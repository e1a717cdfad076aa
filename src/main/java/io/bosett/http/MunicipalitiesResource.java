package io.bosett.http;

import io.bosett.files.DatasetMunicipalities;
import io.bosett.files.PlacesCsv.Dialect;
import io.bosett.model.Dataset;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/datasets/{id}/municipalities}: all figures, as JSON or CSV. */
final class MunicipalitiesResource {
  private final StoredDatasets datasets;

  MunicipalitiesResource(StoredDatasets datasets) {
    this.datasets = datasets;
  }

  void addTo(Routes routes) {
    routes.get(Paths.DATASET + "/municipalities", Role.READ, this::municipalities);
  }

  private void municipalities(Context ctx) {
    String type = Negotiation.best(ctx, List.of(Answers.JSON, Downloads.CSV));
    Dataset dataset = DatasetsResource.find(datasets, ctx);
    if (Tags.has(ctx, dataset.contentHash() + "-" + type.substring(type.indexOf('/') + 1))) {
      return;
    }
    if (type.equals(Answers.JSON)) {
      Answers.json(ctx, 200, out -> DatasetMunicipalities.write(out, dataset));
    } else {
      byte[] table =
          Downloads.bytes(
              stream -> DatasetMunicipalities.writeCsv(dataset, Dialect.RFC_4180, stream));
      Downloads.answer(ctx, type, dataset.id() + ".csv", table);
    }
  }
}
