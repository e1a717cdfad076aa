package io.bosett.http.resource;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Routes;
import io.bosett.program.form.FormTooLargeException;
import io.bosett.program.form.ModelFormat;
import io.bosett.service.ExportUseCase;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/** {@code /v1/allocations/{id}/model}: the integer program as MPS or LP, for any other solver. */
public final class ModelResource {
  private static final String TEXT = "text/plain";
  private static final Map<String, ModelFormat> FORMATS = ModelFormat.byWord();

  /** The size limit: about 50 MB of text; the letter has a hundredth of it. */
  private static final long MOST_ENTRIES = 1_000_000;

  private final KeptAllocationLookup lookup;
  private final AnalysisExecutor analysisExecutor;

  public ModelResource(KeptAllocationLookup lookup, AnalysisExecutor analysisExecutor) {
    this.lookup = lookup;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/model", Role.READ, this::model);
  }

  private void model(Context ctx) {
    QueryParameters query = new QueryParameters(ctx, "format");
    String format = query.choice("format", FORMATS.keySet());
    query.check();
    ContentNegotiation.best(ctx, List.of(TEXT));
    KeptJob allocation = lookup.allocation(ctx);
    ModelFormat wanted = FORMATS.getOrDefault(format == null ? "mps" : format, ModelFormat.MPS);
    analysisExecutor.answer(
        ctx,
        TEXT + "; charset=utf-8",
        lookup.weightOfProblem(allocation),
        out -> program(allocation, wanted, out));
  }

  private void program(KeptJob allocation, ModelFormat format, OutputStream out) {
    try {
      ExportUseCase.program(lookup.compiled(allocation), format, MOST_ENTRIES, out);
    } catch (FormTooLargeException e) {
      throw ProblemTypes.modelTooLarge(e.most()).exception();
    }
  }
}
