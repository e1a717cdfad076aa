package io.bosett.http.resource;

import io.bosett.documents.result.PreviewJson;
import io.bosett.documents.text.Language;
import io.bosett.http.ops.Metrics;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.RequestBodies;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.http.settings.ServerSettings;
import io.bosett.service.PreviewUseCase;
import io.bosett.service.PreviewUseCase.Extras;
import io.bosett.service.PreviewUseCase.Preview;
import io.bosett.service.jobs.AllocationService;
import io.bosett.solve.CompiledProblem;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/previews}: solves a scenario and stores nothing. No more previews solve at the
 * same time than the service has solver threads; some wait for their turn, and further ones are
 * refused with 429. A caller that goes away does not stop its preview; its limit does. The page
 * keeps one request in flight, and of those that wait only the latest ({@code Previews} in {@code
 * page/service.js}).
 */
public final class PreviewsResource {
  private static final double NANOS_PER_MILLI = 1e6;

  private final AllocationService allocations;
  private final RequestedScenario requestedScenario;
  private final RequestBodies bodies;
  private final ServerSettings settings;
  private final Metrics metrics;
  private final PreviewBulkhead bulkhead;

  public PreviewsResource(
      AllocationService allocations,
      RequestedScenario requestedScenario,
      RequestBodies bodies,
      ServerSettings settings,
      PreviewBulkhead bulkhead,
      Metrics metrics) {
    this.allocations = allocations;
    this.requestedScenario = requestedScenario;
    this.bodies = bodies;
    this.settings = settings;
    this.metrics = metrics;
    this.bulkhead = bulkhead;
  }

  public void addTo(Routes routes) {
    routes.post("/v1/previews", Role.SOLVE, this::preview);
  }

  private void preview(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "include", "municipality", "language");
    boolean losses = query.choice("include", List.of("losses")) != null;
    Extras extras = new Extras(losses, query.text("municipality"));
    @Nullable Language language = ReaderLanguage.of(ctx, query);
    query.check();
    if (extras.municipality() != null) {
      ReaderLanguage.tell(ctx, language);
    }
    byte[] body = bodies.json(ctx);
    if (!bulkhead.enter()) {
      throw ProblemTypes.tooManyPreviews(bulkhead.most()).exception();
    }
    try {
      long begun = System.nanoTime();
      bulkhead.await();
      try {
        answer(ctx, body, extras, ReaderLanguage.orEnglish(language), begun);
      } finally {
        bulkhead.end();
      }
    } finally {
      bulkhead.leave();
    }
  }

  private void answer(Context ctx, byte[] body, Extras extras, Language language, long begun) {
    long turn = System.nanoTime();
    CompiledProblem problem = allocations.compiled(requestedScenario.ofPreview(body));
    String municipality = extras.municipality();
    if (municipality != null && problem.problem().dataset().position(municipality) < 0) {
      throw ProblemTypes.notFound("municipality", municipality).exception();
    }
    long read = System.nanoTime();
    Preview preview = PreviewUseCase.preview(problem, settings.previews().time(), extras);
    metrics.preview(preview.result().status().name(), Duration.ofNanos(System.nanoTime() - turn));
    String phases =
        phase("queue", turn - begun)
            + ", "
            + phase("read", read - turn)
            + ", "
            + preview.phases().entrySet().stream()
                .map((Map.Entry<String, Long> one) -> phase(one.getKey(), one.getValue()))
                .collect(Collectors.joining(", "));
    ctx.header("Server-Timing", phases);
    Responses.json(
        ctx,
        200,
        out ->
            PreviewJson.write(
                out, preview.result(), preview.candidates(), preview.explanation(), language));
  }

  private static String phase(String name, long nanos) {
    return String.format(Locale.ROOT, "%s;dur=%.3f", name, nanos / NANOS_PER_MILLI);
  }
}
