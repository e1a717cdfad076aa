package io.bosett.http.resource;

import io.bosett.documents.result.CertificateFile;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/**
 * {@code /v1/allocations/{id}/certificate}: result, scenario and figures in one file, which anybody
 * can check offline.
 */
public final class CertificateResource {
  private final KeptAllocationLookup answers;

  public CertificateResource(KeptAllocationLookup answers) {
    this.answers = answers;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/certificate", Role.READ, this::certificate);
  }

  private void certificate(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    Problem problem = answers.problem(allocation);
    byte[] document = CertificateFile.of(problem, result).json().getBytes(StandardCharsets.UTF_8);
    Responses.bytes(ctx, 200, Responses.JSON, document);
  }
}
