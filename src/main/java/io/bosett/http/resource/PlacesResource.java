package io.bosett.http.resource;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.table.PlacesCsv;
import io.bosett.documents.table.PlacesGeoJson;
import io.bosett.documents.table.PlacesJson;
import io.bosett.documents.table.PlacesXlsx;
import io.bosett.documents.table.PreviousPersons;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Attachments;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/allocations/{id}/places}: the allocation's places in the negotiated export format. */
public final class PlacesResource {
  private static final String GEO_JSON = "application/geo+json";
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "geojson");
  private static final List<String> TYPES =
      List.of(Responses.JSON, Attachments.CSV, Attachments.XLSX, GEO_JSON);

  private final KeptAllocationLookup answers;

  public PlacesResource(KeptAllocationLookup answers) {
    this.answers = answers;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/places", Role.READ, this::places);
  }

  private void places(Context ctx) {
    QueryParameters query = new QueryParameters(ctx, "format", "dialect");
    String format = query.text("format");
    String dialect = query.choice("dialect", List.of("standard", "excel"));
    query.check();
    String type = format == null ? ContentNegotiation.best(ctx, TYPES) : type(format);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    Problem problem = answers.problem(allocation);
    CsvDialect csv = "excel".equals(dialect) ? CsvDialect.EXCEL : CsvDialect.RFC_4180;
    answer(ctx, type, csv, allocation.id(), problem, result);
  }

  /**
   * The media type of the {@code format} parameter; an unknown format is answered as an
   * unacceptable type.
   */
  private static String type(String format) {
    int index = FORMATS.indexOf(format);
    if (index < 0) {
      throw ProblemTypes.formatNotWritten(format, FORMATS).exception();
    }
    return TYPES.get(index);
  }

  private static void answer(
      Context ctx, String type, CsvDialect dialect, String id, Problem problem, Result result) {
    PreviousPersons before = PreviousPersons.of(problem);
    String name = "places-" + id;
    switch (type) {
      case Attachments.CSV ->
          Attachments.answer(
              ctx,
              type,
              name + ".csv",
              Attachments.bytes(out -> PlacesCsv.write(result, before, dialect, out)));
      case Attachments.XLSX ->
          Attachments.answer(
              ctx,
              type,
              name + ".xlsx",
              Attachments.bytes(out -> PlacesXlsx.write(result, before, out)));
      case GEO_JSON ->
          Responses.bytes(
              ctx,
              200,
              type,
              JsonWriter.bytes(out -> PlacesGeoJson.write(out, result, problem.dataset(), before)));
      default -> Responses.json(ctx, 200, out -> PlacesJson.write(out, result, before));
    }
  }
}
