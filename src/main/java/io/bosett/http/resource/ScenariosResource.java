package io.bosett.http.resource;

import io.bosett.common.RandomIds;
import io.bosett.documents.json.JsonWriter;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.EntityTags;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Paging;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.Content;
import io.bosett.store.KeptScenario;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Page;
import io.bosett.store.ScenarioStore;
import io.bosett.store.ScenarioStore.Change;
import io.javalin.http.Context;

/**
 * {@code /v1/scenarios}: stored scenario documents, with optimistic locking by {@code If-Match}.
 */
public final class ScenariosResource {
  private static final int CREATED = 201;

  private final ScenarioStore store;
  private final ScenarioBodies scenarioBodies;

  public ScenariosResource(ScenarioStore store, ScenarioBodies scenarioBodies) {
    this.store = store;
    this.scenarioBodies = scenarioBodies;
  }

  public void addTo(Routes routes) {
    routes.get(Links.SCENARIOS, Role.READ, this::list);
    routes.post(Links.SCENARIOS, Role.SOLVE, this::create);
    routes.get(Links.SCENARIO, Role.READ, this::read);
    routes.put(Links.SCENARIO, Role.SOLVE, this::replace);
    routes.delete(Links.SCENARIO, Role.ADMIN, this::delete);
  }

  private void list(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "limit", "cursor");
    int limit = Paging.limit(query);
    String cursor = Paging.cursor(query, store::isCursor);
    query.check();
    Page<KeptScenario> page = store.page(limit, cursor);
    Links links = Links.of(ctx);
    Paging.answer(ctx, page, (out, kept) -> write(out, kept, links));
  }

  private void create(Context ctx) {
    ContentNegotiation.json(ctx);
    ScenarioBodies.Scenario taken = scenarioBodies.scenario(ctx);
    KeptScenario kept =
        store.create(RandomIds.urlSafe(), taken.name(), Content.of(taken.document()));
    ctx.header("Location", Links.of(ctx).scenario(kept.id()));
    answer(ctx, CREATED, kept);
  }

  private void read(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptScenario kept = find(ctx);
    if (!EntityTags.has(ctx, kept.contentHash())) {
      byte[] document = store.document(kept.id()).orElseThrow(() -> notFound(kept.id()));
      Responses.bytes(ctx, 200, Responses.JSON, document);
    }
  }

  private void replace(Context ctx) {
    ContentNegotiation.json(ctx);
    String expected = expected(ctx, find(ctx));
    ScenarioBodies.Scenario taken = scenarioBodies.scenario(ctx);
    String id = ctx.pathParam("scenario");
    Change change = store.replace(id, expected, taken.name(), Content.of(taken.document()));
    answer(ctx, 200, made(id, change));
  }

  private void delete(Context ctx) {
    String expected = expected(ctx, find(ctx));
    String id = ctx.pathParam("scenario");
    made(id, store.delete(id, expected));
    Responses.empty(ctx);
  }

  private KeptScenario find(Context ctx) {
    String id = ctx.pathParam("scenario");
    return store.find(id).orElseThrow(() -> notFound(id));
  }

  /** The hash that the change is based on; the current one for {@code If-Match: *}. */
  private static String expected(Context ctx, KeptScenario now) {
    EntityTags.require(ctx, now.contentHash());
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
    return ProblemTypes.preconditionFailed(EntityTags.of(actual)).exception();
  }

  private static ProblemException notFound(String id) {
    return ProblemTypes.notFound("scenario", id).exception();
  }

  private static void answer(Context ctx, int status, KeptScenario kept) {
    ctx.header("ETag", EntityTags.of(kept.contentHash()));
    Responses.json(ctx, status, out -> write(out, kept, Links.of(ctx)));
  }

  private static void write(JsonWriter out, KeptScenario kept, Links links) {
    out.object(
        () ->
            out.text("id", kept.id())
                .text("name", kept.name())
                .text("contentHash", kept.contentHash())
                .text("createdAt", kept.createdAt().toString())
                .text("changedAt", kept.changedAt().toString())
                .object("links", () -> out.text("self", links.scenario(kept.id()))));
  }
}
