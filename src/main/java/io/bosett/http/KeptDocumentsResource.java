package io.bosett.http;

import io.bosett.files.DatasetDocument;
import io.bosett.service.allocations.RecordLog;
import io.bosett.store.Content;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Store;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Exactly what was asked, on which figures, what came of it and what the solver said. */
final class KeptDocumentsResource {
  private static final String TEXT = "text/plain";

  private final Store store;
  private final KeptAnswer answers;

  KeptDocumentsResource(Store store, KeptAnswer answers) {
    this.store = store;
    this.answers = answers;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/result", Role.READ, this::result);
    routes.get(Paths.ALLOCATION + "/scenario", Role.READ, this::scenario);
    routes.get(Paths.ALLOCATION + "/dataset", Role.READ, this::dataset);
    routes.get(Paths.ALLOCATION + "/log", Role.READ, this::log);
  }

  private void result(Context ctx) {
    Negotiation.json(ctx);
    byte[] document = answers.document(answers.allocation(ctx));
    answer(ctx, Content.hash(document), document);
  }

  private void scenario(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    byte[] document =
        store.allocations().scenario(allocation.id()).orElseThrow(() -> gone(allocation));
    answer(ctx, allocation.scenarioContent(), document);
  }

  private void dataset(Context ctx) {
    Negotiation.json(ctx);
    KeptAllocation allocation = answers.allocation(ctx);
    String content = allocation.datasetContent();
    byte[] document =
        content == null
            ? DatasetDocument.write(answers.problem(allocation).dataset())
            : store.datasets().content(content).orElseThrow(() -> gone(allocation));
    answer(ctx, content == null ? allocation.figuresHash() : content, document);
  }

  /** Deleted since it was found. */
  private static ProblemException gone(KeptAllocation allocation) {
    return AllocationsResource.notFound(allocation.id());
  }

  private static void answer(Context ctx, String hash, byte[] document) {
    if (!Tags.has(ctx, hash)) {
      Answers.bytes(ctx, 200, Answers.JSON, document);
    }
  }

  private void log(Context ctx) {
    Negotiation.best(ctx, List.of(TEXT));
    KeptAllocation allocation = answers.allocation(ctx);
    String log =
        store
            .allocations()
            .log(allocation.id())
            .filter(text -> !text.isEmpty())
            .orElseGet(() -> RecordLog.of(allocation));
    byte[] text = log.getBytes(StandardCharsets.UTF_8);
    Answers.bytes(ctx, 200, TEXT + "; charset=utf-8", text);
  }
}
