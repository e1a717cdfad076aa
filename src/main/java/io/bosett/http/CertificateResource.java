package io.bosett.http;

import io.bosett.files.CertificateFile;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;

/** {@code /v1/allocations/{id}/certificate}: one file that a stranger can check. */
final class CertificateResource {
  private final KeptAnswer answers;

  CertificateResource(KeptAnswer answers) {
    this.answers = answers;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/certificate", Role.READ, this::certificate);
  }

  private void certificate(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    Result result = answers.result(allocation);
    Problem problem = answers.problem(allocation);
    byte[] document = CertificateFile.of(problem, result).json().getBytes(StandardCharsets.UTF_8);
    Answers.bytes(ctx, 200, Answers.JSON, document);
  }
}
