package io.bosett.http.resource;

import io.bosett.documents.text.Language;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.service.kept.KeptExplanations;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.Optional;

/** {@code /v1/allocations/{id}/explanation}: why each municipality has its number. */
public final class ExplanationResource {
  private final KeptAllocationLookup lookup;
  private final KeptExplanations keptExplanations;
  private final AnalysisExecutor analysisExecutor;

  public ExplanationResource(
      KeptAllocationLookup lookup,
      KeptExplanations keptExplanations,
      AnalysisExecutor analysisExecutor) {
    this.lookup = lookup;
    this.keptExplanations = keptExplanations;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/explanation", Role.READ, this::whole);
    routes.get(Links.ALLOCATION + "/explanation/{municipality}", Role.READ, this::municipality);
  }

  private void whole(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob allocation = lookup.allocation(ctx);
    Language language = ReaderLanguage.announced(ctx);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        lookup.weightOfProblem(allocation),
        out ->
            out.write(
                keptExplanations
                    .whole(allocation, language)
                    .orElseThrow(() -> without(allocation))));
  }

  private void municipality(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob allocation = lookup.allocation(ctx);
    String id = ctx.pathParam("municipality");
    Language language = ReaderLanguage.announced(ctx);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        lookup.weightOfProblem(allocation),
        out -> {
          Optional<byte[]> explained = keptExplanations.of(allocation, id, language);
          if (explained.isEmpty()) {
            lookup.document(allocation);
          }
          out.write(
              explained.orElseThrow(() -> ProblemTypes.notFound("municipality", id).exception()));
        });
  }

  private static ProblemException without(KeptJob allocation) {
    return ProblemTypes.noResult(allocation.state()).exception();
  }
}
