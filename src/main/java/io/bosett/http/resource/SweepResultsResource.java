package io.bosett.http.resource;

import io.bosett.documents.text.Language;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Paging;
import io.bosett.http.protocol.QueryParameters;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.model.InvalidInputException;
import io.bosett.service.sweeps.SweepResults;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.bosett.sweep.run.SweepRefusedException;
import io.javalin.http.Context;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code /v1/sweeps/{id}/summary}, {@code /points} and {@code /points/{point}}: what is there of a
 * sweep, while it runs too.
 */
public final class SweepResultsResource {
  private static final List<String> FORMATS = List.of("json", "html");
  private static final List<String> TYPES = List.of(Responses.JSON, "text/html");
  private static final List<String> TRUTHS = List.of("true", "false");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,12}");

  /** What a summary or a page of rows takes in memory at most, about. */
  private static final long WEIGHT = 40_000_000;

  private final JobView view;
  private final SweepResults results;
  private final AnalysisExecutor executor;

  public SweepResultsResource(JobView view, SweepResults results, AnalysisExecutor executor) {
    this.view = view;
    this.results = results;
    this.executor = executor;
  }

  public void addTo(Routes routes) {
    routes.get(view.item() + "/summary", Role.READ, this::summary);
    routes.get(view.item() + "/boxes", Role.READ, this::boxes);
    routes.get(view.item() + "/points", Role.READ, this::points);
    routes.get(view.item() + "/points/{point}", Role.READ, this::point);
  }

  private void summary(Context ctx) {
    QueryParameters query = new QueryParameters(ctx, "format", "language");
    @Nullable String format = query.text("format");
    @Nullable Language asked = ReaderLanguage.of(ctx, query);
    query.check();
    int index = format == null ? -1 : FORMATS.indexOf(format);
    if (format != null && index < 0) {
      throw ProblemTypes.formatNotWritten(format, FORMATS).exception();
    }
    String type = format == null ? ContentNegotiation.best(ctx, TYPES) : TYPES.get(index);
    String id = begun(ctx).id();
    if (type.equals(Responses.JSON)) {
      executor.answer(ctx, type, WEIGHT, out -> write(() -> results.summary(id, out)));
    } else {
      ReaderLanguage.tell(ctx, asked);
      String tag = ReaderLanguage.orEnglish(asked).tag();
      executor.answer(
          ctx, type + "; charset=utf-8", WEIGHT, out -> write(() -> results.report(id, tag, out)));
    }
  }

  private void boxes(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "municipality", "asked");
    String municipality = query.text("municipality");
    @Nullable String asked = query.choice("asked", TRUTHS);
    query.fault("municipality", "", municipality != null, "the id of a municipality of the sweep");
    query.check();
    String id = begun(ctx).id();
    String named = municipality == null ? "" : municipality;
    int place = results.place(id, named);
    if (place < 0) {
      throw ProblemTypes.notFound("municipality", named).exception();
    }
    boolean isAsked = "true".equals(asked);
    executor.answer(
        ctx, Responses.JSON, WEIGHT, out -> write(() -> results.boxes(id, place, isAsked, out)));
  }

  private void points(Context ctx) {
    ContentNegotiation.json(ctx);
    QueryParameters query = new QueryParameters(ctx, "limit", "cursor");
    int limit = Paging.limit(query);
    @Nullable String cursor = Paging.cursor(query, text -> NUMBER.matcher(text).matches());
    query.check();
    String id = begun(ctx).id();
    long first = cursor == null ? 0 : Long.parseLong(cursor);
    executor.answer(ctx, Responses.JSON, WEIGHT, out -> results.rows(id, first, limit, out));
  }

  private void point(Context ctx) {
    ContentNegotiation.json(ctx);
    KeptJob job = view.job(ctx);
    String text = ctx.pathParam("point");
    long points = read(() -> results.points(job.id()));
    if (!NUMBER.matcher(text).matches() || Long.parseLong(text) >= points) {
      throw ProblemTypes.notFound("point", text).exception();
    }
    executor.answer(
        ctx,
        Responses.JSON,
        WEIGHT,
        out -> {
          try {
            results.point(job.id(), Long.parseLong(text), out);
          } catch (InvalidInputException e) {
            throw ProblemTypes.conflict(
                    "invalid-point",
                    "The values of the point make no valid scenario",
                    String.valueOf(e.getMessage()))
                .exception();
          }
        });
  }

  /** A sweep that has begun, and that this version reads as it was accepted. */
  private KeptJob begun(Context ctx) {
    KeptJob job = view.job(ctx);
    if (!results.isBegun(job.id())) {
      throw ProblemTypes.noResult("sweep", job.state()).exception();
    }
    read(() -> results.points(job.id()));
    return job;
  }

  private static long read(Supplier<Long> reading) {
    try {
      return reading.get();
    } catch (SweepRefusedException e) {
      throw otherVersion(e);
    }
  }

  private static void write(Runnable writing) {
    try {
      writing.run();
    } catch (SweepRefusedException e) {
      throw otherVersion(e);
    }
  }

  private static RuntimeException otherVersion(SweepRefusedException e) {
    return ProblemTypes.conflict(
            "another-version",
            "Another version of the program made the sweep",
            String.valueOf(e.getMessage()))
        .exception();
  }
}
