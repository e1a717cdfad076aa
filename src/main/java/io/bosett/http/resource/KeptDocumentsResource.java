package io.bosett.http.resource;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.LargeResponse;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.MemoryBudget;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Sha256;
import io.bosett.service.jobs.PlaceholderLog;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Store;
import io.bosett.store.StoredDocument;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stored documents of an allocation: scenario, dataset, result and solver log. */
public final class KeptDocumentsResource {
  private static final String TEXT = "text/plain";

  private final Store store;
  private final KeptAllocationLookup lookup;
  private final AnalysisExecutor analysisExecutor;
  private final MemoryBudget memoryBudget;

  public KeptDocumentsResource(
      Store store,
      KeptAllocationLookup lookup,
      AnalysisExecutor analysisExecutor,
      MemoryBudget memoryBudget) {
    this.store = store;
    this.lookup = lookup;
    this.analysisExecutor = analysisExecutor;
    this.memoryBudget = memoryBudget;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/result", Role.READ, this::result);
    routes.get(Links.ALLOCATION + "/scenario", Role.READ, this::scenario);
    routes.get(Links.ALLOCATION + "/dataset", Role.READ, this::dataset);
    routes.get(Links.ALLOCATION + "/log", Role.READ, this::log);
  }

  private void result(Context ctx) {
    ContentNegotiation.json(ctx);
    StoredDocument document = lookup.document(lookup.allocation(ctx));
    answer(ctx, hash(document), document);
  }

  private static String hash(StoredDocument document) {
    try (InputStream in = document.open()) {
      return Sha256.hex(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void scenario(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob allocation = lookup.allocation(ctx);
    StoredDocument document =
        store.allocations().scenarioDocument(allocation.id()).orElseThrow(() -> gone(allocation));
    answer(ctx, allocation.scenarioContent(), document);
  }

  private void dataset(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob allocation = lookup.allocation(ctx);
    String content = allocation.datasetContent();
    if (content == null) {
      inline(ctx, allocation);
    } else {
      answer(ctx, content, store.datasets().document(content).orElseThrow(() -> gone(allocation)));
    }
  }

  /** The figures that the scenario carries itself. */
  private void inline(Context ctx, KeptJob allocation) {
    if (!EntityTags.has(ctx, allocation.figuresHash())) {
      analysisExecutor.answer(
          ctx,
          Responses.JSON,
          lookup.weightOfProblem(allocation),
          out -> out.write(DatasetDocument.write(lookup.problem(allocation).dataset())));
    }
  }

  /** The problem when the allocation was deleted after it was found. */
  private static ProblemException gone(KeptJob allocation) {
    return AllocationsResource.notFound(allocation.id());
  }

  private void answer(Context ctx, String hash, StoredDocument document) {
    if (!EntityTags.has(ctx, hash)) {
      memoryBudget.take(Exchange.of(ctx), document.weight());
      ctx.future(() -> LargeResponse.send(ctx, 200, Responses.JSON, document));
    }
  }

  private void log(Context ctx) {
    ContentNegotiation.best(ctx, List.of(TEXT));
    KeptJob allocation = lookup.allocation(ctx);
    String log =
        store
            .allocations()
            .log(allocation.id())
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> PlaceholderLog.of(allocation));
    byte[] text = log.getBytes(StandardCharsets.UTF_8);
    Responses.bytes(ctx, 200, TEXT + "; charset=utf-8", text);
  }
}
