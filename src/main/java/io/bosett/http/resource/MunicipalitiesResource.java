package io.bosett.http.resource;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.dataset.DatasetMunicipalities;
import io.bosett.http.protocol.Attachments;
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

/** {@code /v1/datasets/{id}/municipalities}: all figures of a dataset, as JSON or CSV. */
public final class MunicipalitiesResource {
  private final StoredDatasets datasets;

  public MunicipalitiesResource(StoredDatasets datasets) {
    this.datasets = datasets;
  }

  public void addTo(Routes routes) {
    routes.get(Links.DATASET + "/municipalities", Role.READ, this::municipalities);
  }

  private void municipalities(Context ctx) {
    String type = ContentNegotiation.best(ctx, List.of(Responses.JSON, Attachments.CSV));
    Dataset dataset = DatasetsResource.find(datasets, ctx);
    if (EntityTags.has(ctx, dataset.contentHash() + "-" + type.substring(type.indexOf('/') + 1))) {
      return;
    }
    if (type.equals(Responses.JSON)) {
      Responses.json(ctx, 200, out -> DatasetMunicipalities.write(out, dataset));
    } else {
      byte[] table =
          Attachments.bytes(
              stream -> DatasetMunicipalities.writeCsv(dataset, CsvDialect.RFC_4180, stream));
      Attachments.answer(ctx, type, dataset.id() + ".csv", table);
    }
  }
}
