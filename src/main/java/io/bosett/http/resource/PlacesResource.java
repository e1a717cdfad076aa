package io.bosett.http.resource;

import io.bosett.documents.csv.CsvDialect;
import io.bosett.documents.json.JsonWriter;
import io.bosett.documents.table.ExportFormat;
import io.bosett.documents.table.PlacesJson;
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
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /v1/allocations/{id}/places}: the allocation's places in the negotiated export format. */
public final class PlacesResource {
  private static final List<String> FORMATS = withJson("json", ExportFormat.words());
  private static final List<String> TYPES = withJson(Responses.JSON, ExportFormat.mediaTypes());

  private final KeptAllocationLookup lookup;
  private final AnalysisExecutor analysisExecutor;

  public PlacesResource(KeptAllocationLookup lookup, AnalysisExecutor analysisExecutor) {
    this.lookup = lookup;
    this.analysisExecutor = analysisExecutor;
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
    KeptJob allocation = lookup.allocation(ctx);
    CsvDialect csv = "excel".equals(dialect) ? CsvDialect.EXCEL : CsvDialect.RFC_4180;
    ExportFormat export = ExportFormat.ofMediaType(type);
    long weight = lookup.weight(allocation);
    if (export != null && export.isFile()) {
      Attachments.name(ctx, "places-" + allocation.id() + "." + export.word());
    }
    analysisExecutor.answer(
        ctx, Attachments.type(type), weight, out -> write(export, answer(allocation, csv), out));
  }

  private ExportFormat.Answer answer(KeptJob allocation, CsvDialect csv) {
    Result result = lookup.result(allocation);
    Problem problem = lookup.problem(allocation);
    return new ExportFormat.Answer(result, problem.dataset(), PreviousPersons.of(problem), csv);
  }

  private static List<String> withJson(String json, List<String> others) {
    return Stream.concat(Stream.of(json), others.stream()).toList();
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

  private static void write(
      @Nullable ExportFormat export, ExportFormat.Answer answer, OutputStream stream)
      throws IOException {
    if (export == null) {
      JsonWriter.write(
          stream, out -> PlacesJson.write(out, answer.result(), answer.previousPersons()));
    } else {
      export.write(answer, stream);
    }
  }
}
