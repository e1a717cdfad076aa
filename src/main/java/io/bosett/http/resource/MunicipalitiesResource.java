package io.bosett.http.resource;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.dataset.DatasetMunicipalities;
import io.bosett.documents.json.JsonWriter;
import io.bosett.http.protocol.Attachments;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Dataset;
import io.bosett.model.Tile;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/datasets/{id}/municipalities}: all figures of a dataset, as JSON or CSV. */
public final class MunicipalitiesResource {
  private static final String CELL = "[^:,]+:[0-9]{1,4}";

  private final StoredDatasets datasets;
  private final AnalysisExecutor analysisExecutor;

  public MunicipalitiesResource(StoredDatasets datasets, AnalysisExecutor analysisExecutor) {
    this.datasets = datasets;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.DATASET + "/municipalities", Role.READ, this::municipalities);
  }

  /** The cells that are wanted as {@code indicator:year}, as far as there are any; null for all. */
  private static @Nullable List<String> cells(QueryParameters query) {
    String text = query.text("cells");
    if (text == null) {
      return null;
    }
    List<String> cells = Arrays.stream(text.split(",")).filter(one -> !one.isEmpty()).toList();
    for (String cell : cells) {
      query.fault("cells", cell, cell.matches(CELL), "indicator:year, separated by commas");
    }
    return cells;
  }

  private void municipalities(Context ctx) {
    String type = ContentNegotiation.best(ctx, List.of(Responses.JSON, Attachments.CSV));
    QueryParameters query = new QueryParameters(ctx, "cells", "points");
    StoredDatasets.Figures figures = DatasetsResource.figures(datasets, ctx);
    Dataset dataset = figures.dataset();
    @Nullable List<String> cells = cells(query);
    boolean points = !"no".equals(query.choice("points", List.of("yes", "no")));
    query.check();
    String form = type.substring(type.indexOf('/') + 1) + "-" + query.text("cells") + "-" + points;
    if (EntityTags.has(
        ctx, figures.document().hash() + "-" + form.replaceAll("[^A-Za-z0-9_:,-]", ""))) {
      return;
    }
    boolean json = type.equals(Responses.JSON);
    if (!json) {
      Attachments.name(ctx, dataset.id() + ".csv");
    }
    analysisExecutor.answer(
        ctx,
        Attachments.type(type),
        figures.document().bytes().length,
        stream -> {
          if (json) {
            List<@Nullable Tile> tiles = datasets.tiles(figures);
            JsonWriter.write(
                stream,
                out -> DatasetMunicipalities.write(out, dataset, tiles::get, cells, points));
          } else {
            DatasetMunicipalities.writeCsv(dataset, CsvDialect.RFC_4180, stream);
          }
        });
  }
}
