package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.files.LastYear;
import io.bosett.files.PlacesCsv;
import io.bosett.files.PlacesCsv.Dialect;
import io.bosett.files.PlacesGeoJson;
import io.bosett.files.PlacesJson;
import io.bosett.files.PlacesXlsx;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/allocations/{id}/places}: the numbers, in the form that suits the caller. */
final class PlacesResource {
  private static final String GEO_JSON = "application/geo+json";
  private static final List<String> FORMATS = List.of("json", "csv", "xlsx", "geojson");
  private static final List<String> TYPES =
      List.of(Answers.JSON, Downloads.CSV, Downloads.XLSX, GEO_JSON);

  private final KeptAnswer answers;

  PlacesResource(KeptAnswer answers) {
    this.answers = answers;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/places", Role.READ, this::places);
  }

  private void places(Context ctx) {
    Query query = new Query(ctx, "format", "dialect");
    String format = query.text("format");
    String dialect = query.choice("dialect", List.of("standard", "excel"));
    query.check();
    String type = format == null ? Negotiation.best(ctx, TYPES) : type(format);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    Problem problem = answers.problem(allocation);
    Dialect csv = "excel".equals(dialect) ? Dialect.EXCEL : Dialect.RFC_4180;
    answer(ctx, type, csv, allocation.id(), problem, result);
  }

  /** A format that is not written is told as a type that is not. */
  private static String type(String format) {
    int index = FORMATS.indexOf(format);
    if (index < 0) {
      throw Problems.formatNotWritten(format, FORMATS).exception();
    }
    return TYPES.get(index);
  }

  private static void answer(
      Context ctx, String type, Dialect dialect, String id, Problem problem, Result result) {
    LastYear before = LastYear.of(problem);
    String name = "places-" + id;
    switch (type) {
      case Downloads.CSV ->
          Downloads.answer(
              ctx,
              type,
              name + ".csv",
              Downloads.bytes(out -> PlacesCsv.write(result, before, dialect, out)));
      case Downloads.XLSX ->
          Downloads.answer(
              ctx,
              type,
              name + ".xlsx",
              Downloads.bytes(out -> PlacesXlsx.write(result, before, out)));
      case GEO_JSON ->
          Answers.bytes(
              ctx,
              200,
              type,
              JsonOut.bytes(out -> PlacesGeoJson.write(out, result, problem.dataset(), before)));
      default -> Answers.json(ctx, 200, out -> PlacesJson.write(out, result, before));
    }
  }
}
