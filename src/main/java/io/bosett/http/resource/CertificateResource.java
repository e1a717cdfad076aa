package io.bosett.http.resource;

import io.bosett.documents.result.CertificateFile;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Result;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;

/**
 * {@code /v1/allocations/{id}/certificate}: result, scenario and figures in one file, which anybody
 * can check offline.
 */
public final class CertificateResource {
  private final KeptAllocationLookup answers;
  private final AnalysisExecutor analysisExecutor;

  public CertificateResource(KeptAllocationLookup answers, AnalysisExecutor analysisExecutor) {
    this.answers = answers;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/certificate", Role.READ, this::certificate);
  }

  private void certificate(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        answers.weight(allocation),
        out -> {
          Result result = answers.result(allocation);
          CertificateFile.of(answers.problem(allocation), result).write(out);
        });
  }
}
