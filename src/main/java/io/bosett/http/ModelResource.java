package io.bosett.http;

import io.bosett.program.form.FormTooLargeException;
import io.bosett.program.form.Format;
import io.bosett.service.Exporting;
import io.bosett.store.KeptAllocation;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.util.List;

/** {@code /v1/allocations/{id}/model}: the integer program for any other solver. */
final class ModelResource {
  private static final String TEXT = "text/plain";

  /** Some 50 MB as text; the letter has a hundredth of it. */
  private static final long MOST_ENTRIES = 1_000_000;

  private final KeptAnswer answers;
  private final Crowd crowd;

  ModelResource(KeptAnswer answers, Crowd crowd) {
    this.answers = answers;
    this.crowd = crowd;
  }

  void addTo(Routes routes) {
    routes.get(Paths.ALLOCATION + "/model", Role.READ, this::model);
  }

  private void model(Context ctx) {
    Query query = new Query(ctx, "format");
    String format = query.choice("format", List.of("mps", "lp"));
    query.check();
    Negotiation.best(ctx, List.of(TEXT));
    KeptAllocation allocation = answers.allocation(ctx);
    Format wanted = "lp".equals(format) ? Format.LP : Format.MPS;
    crowd.answer(ctx, TEXT + "; charset=utf-8", () -> program(allocation, wanted));
  }

  private byte[] program(KeptAllocation allocation, Format format) {
    try {
      return Exporting.program(answers.problem(allocation), format, MOST_ENTRIES);
    } catch (FormTooLargeException e) {
      throw Problems.modelTooLarge(e.most()).exception();
    }
  }
}
