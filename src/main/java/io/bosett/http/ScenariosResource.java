package io.bosett.http;

import io.bosett.files.JsonOut;
import io.bosett.store.Content;
import io.bosett.store.KeptScenario;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Page;
import io.bosett.store.ScenarioStore;
import io.bosett.store.ScenarioStore.Change;
import io.javalin.http.Context;
import java.util.Set;

/** {@code /v1/scenarios}: documents that callers keep. */
final class ScenariosResource {
  private static final int CREATED = 201;

  private final ScenarioStore store;
  private final Intakes intakes;

  ScenariosResource(ScenarioStore store, Intakes intakes) {
    this.store = store;
    this.intakes = intakes;
  }

  void addTo(Routes routes) {
    routes.get(Paths.SCENARIOS, Role.READ, this::list);
    routes.post(Paths.SCENARIOS, Role.SOLVE, this::create);
    routes.get(Paths.SCENARIO, Role.READ, this::read);
    routes.put(Paths.SCENARIO, Role.SOLVE, this::replace);
    routes.delete(Paths.SCENARIO, Role.ADMIN, this::delete);
  }

  private void list(Context ctx) {
    Negotiation.json(ctx);
    Query query = new Query(ctx, "limit", "cursor");
    int limit = Paging.limit(query);
    query.check();
    Page<KeptScenario> page = store.page(limit, query.text("cursor"));
    Paging.answer(ctx, page, ScenariosResource::write);
  }

  private void create(Context ctx) {
    Negotiation.json(ctx);
    Intakes.Scenario taken = intakes.scenario(ctx);
    KeptScenario kept = store.create(NewId.random(), taken.name(), Content.of(taken.document()));
    ctx.header("Location", Paths.scenario(kept.id()));
    answer(ctx, CREATED, kept);
  }

  private void read(Context ctx) {
    Negotiation.json(ctx);
    KeptScenario kept = find(ctx);
    if (!Tags.has(ctx, kept.contentHash())) {
      byte[] document = store.document(kept.id()).orElseThrow(() -> notFound(kept.id()));
      Answers.bytes(ctx, 200, Answers.JSON, document);
    }
  }

  private void replace(Context ctx) {
    Negotiation.json(ctx);
    String expected = expected(ctx, find(ctx));
    Intakes.Scenario taken = intakes.scenario(ctx);
    String id = ctx.pathParam("scenario");
    Change change = store.replace(id, expected, taken.name(), Content.of(taken.document()));
    answer(ctx, 200, made(id, change));
  }

  private void delete(Context ctx) {
    String expected = expected(ctx, find(ctx));
    String id = ctx.pathParam("scenario");
    made(id, store.delete(id, expected));
    Answers.empty(ctx);
  }

  private KeptScenario find(Context ctx) {
    String id = ctx.pathParam("scenario");
    return store.find(id).orElseThrow(() -> notFound(id));
  }

  /** The hash that the caller means to change; whatever it is now for a star. */
  private static String expected(Context ctx, KeptScenario now) {
    Set<String> expected = Tags.expected(ctx);
    if (!expected.contains(now.contentHash()) && !expected.contains(Tags.ANY)) {
      throw stale(now.contentHash());
    }
    return now.contentHash();
  }

  private static KeptScenario made(String id, Change change) {
    if (change instanceof Change.Made made) {
      return made.scenario();
    } else if (change instanceof Change.Stale stale) {
      throw stale(stale.actualHash());
    }
    throw notFound(id);
  }

  private static ProblemException stale(String actual) {
    return Problems.preconditionFailed("its ETag is " + Tags.of(actual)).exception();
  }

  private static ProblemException notFound(String id) {
    return Problems.notFound("scenario", id).exception();
  }

  private static void answer(Context ctx, int status, KeptScenario kept) {
    ctx.header("ETag", Tags.of(kept.contentHash()));
    Answers.json(ctx, status, out -> write(out, kept));
  }

  private static void write(JsonOut out, KeptScenario kept) {
    out.object(
        () ->
            out.text("id", kept.id())
                .text("name", kept.name())
                .text("contentHash", kept.contentHash())
                .text("createdAt", kept.createdAt().toString())
                .text("changedAt", kept.changedAt().toString())
                .object("links", () -> out.text("self", Paths.scenario(kept.id()))));
  }
}
