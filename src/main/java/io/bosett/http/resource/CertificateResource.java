package io.bosett.http.resource;

import io.bosett.documents.json.JsonTree;
import io.bosett.documents.json.JsonValue;
import io.bosett.documents.result.CertificateFile;
import io.bosett.documents.result.CertificateStream;
import io.bosett.documents.scenario.ParsedScenario;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Result;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.StoredDocument;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * {@code /v1/allocations/{id}/certificate}: result, scenario and figures in one file, which anybody
 * can check offline.
 */
public final class CertificateResource {
  private final KeptAllocationLookup lookup;
  private final AnalysisExecutor analysisExecutor;

  public CertificateResource(KeptAllocationLookup lookup, AnalysisExecutor analysisExecutor) {
    this.lookup = lookup;
    this.analysisExecutor = analysisExecutor;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/certificate", Role.READ, this::certificate);
  }

  private void certificate(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob allocation = lookup.allocation(ctx);
    StoredDocument document = lookup.document(allocation);
    analysisExecutor.answer(
        ctx,
        Responses.JSON,
        lookup.weightOfDocuments(allocation) + document.length() / 2,
        out -> write(allocation, document, out));
  }

  /** As stored, or with codes of an earlier year translated, as the result's hash has it. */
  private JsonValue scenario(KeptJob allocation) {
    byte[] stored = lookup.scenario(allocation);
    boolean mayBeTranslated = allocation.datasetId() != null;
    if (!mayBeTranslated) {
      return JsonTree.read(stored);
    }
    ParsedScenario read = ParsedScenario.read(stored);
    JsonValue value = read.value();
    return value != null && read.document().hash().equals(allocation.scenarioHash())
        ? value
        : JsonTree.read(lookup.problem(allocation, read.reading()).document().utf8());
  }

  /** From what is stored; an answer of an earlier version is read, to be refused. */
  private void write(KeptJob allocation, StoredDocument document, OutputStream out)
      throws IOException {
    boolean present;
    try (InputStream result = document.open()) {
      present = CertificateStream.hasPresentForm(result);
    }
    if (!present) {
      Result result = lookup.result(allocation);
      CertificateFile.of(lookup.problem(allocation), result).write(out);
      return;
    }
    CertificateFile.Rest rest =
        new CertificateFile.Rest(
            scenario(allocation),
            lookup.figures(allocation),
            allocation.scenarioHash(),
            allocation.figuresHash());
    try (InputStream result = document.open()) {
      CertificateStream.write(out, result, rest);
    }
  }
}
