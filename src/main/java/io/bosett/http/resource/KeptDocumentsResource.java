package io.bosett.http.resource;

import io.bosett.documents.dataset.DatasetDocument;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.Sha256;
import io.bosett.service.jobs.PlaceholderLog;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Store;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The stored documents of an allocation: scenario, dataset, result and solver log. */
public final class KeptDocumentsResource {
  private static final String TEXT = "text/plain";

  private final Store store;
  private final KeptAllocationLookup answers;

  public KeptDocumentsResource(Store store, KeptAllocationLookup answers) {
    this.store = store;
    this.answers = answers;
  }

  public void addTo(Routes routes) {
    routes.get(Links.ALLOCATION + "/result", Role.READ, this::result);
    routes.get(Links.ALLOCATION + "/scenario", Role.READ, this::scenario);
    routes.get(Links.ALLOCATION + "/dataset", Role.READ, this::dataset);
    routes.get(Links.ALLOCATION + "/log", Role.READ, this::log);
  }

  private void result(Context ctx) {
    ContentNegotiation.json(ctx);
    byte[] document = answers.document(answers.allocation(ctx));
    answer(ctx, Sha256.hex(document), document);
  }

  private void scenario(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    byte[] document =
        store.allocations().scenario(allocation.id()).orElseThrow(() -> gone(allocation));
    answer(ctx, allocation.scenarioContent(), document);
  }

  private void dataset(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    String content = allocation.datasetContent();
    byte[] document =
        content == null
            ? DatasetDocument.write(answers.problem(allocation).dataset())
            : store.datasets().content(content).orElseThrow(() -> gone(allocation));
    answer(ctx, content == null ? allocation.figuresHash() : content, document);
  }

  /** The problem when the allocation was deleted after it was found. */
  private static ProblemException gone(KeptAllocation allocation) {
    return AllocationsResource.notFound(allocation.id());
  }

  private static void answer(Context ctx, String hash, byte[] document) {
    if (!EntityTags.has(ctx, hash)) {
      Responses.bytes(ctx, 200, Responses.JSON, document);
    }
  }

  private void log(Context ctx) {
    ContentNegotiation.best(ctx, List.of(TEXT));
    KeptAllocation allocation = answers.allocation(ctx);
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
