package io.bosett.http;

import io.bosett.files.FaultyFilesException;
import io.bosett.model.InvalidInputException;
import io.bosett.store.Page;
import io.bosett.store.StoreUnavailableException;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of everything that is thrown while a request is answered. */
final class Failures {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
  private static final int METHOD_NOT_ALLOWED = 405;

  private final Journal journal;
  private final Routes routes;

  Failures(Journal journal, Routes routes) {
    this.journal = journal;
    this.routes = routes;
  }

  void answer(Throwable thrown, Context ctx) {
    ProblemResponse.write(problem(thrown, ctx), ctx);
  }

  private Problem problem(Throwable thrown, Context ctx) {
    Throwable e = thrown;
    while (e instanceof CompletionException && e.getCause() != null) {
      e = e.getCause();
    }
    Problem known = known(e, ctx);
    return known == null ? Problems.defect(journal.defect(Exchange.of(ctx), e)) : known;
  }

  private @Nullable Problem known(Throwable e, Context ctx) {
    if (e instanceof ProblemException p) {
      return p.problem();
    } else if (e instanceof InvalidInputException invalid) {
      return Problems.invalidScenario(invalid);
    } else if (e instanceof FaultyFilesException faulty) {
      return Problems.invalidDataset(faulty);
    } else if (e instanceof Page.BadCursorException) {
      Fault fault = Fault.ofParameter("cursor", "is none of this list", "a nextCursor of it");
      return Problems.invalidParameters(List.of(fault));
    } else if (e instanceof StoreUnavailableException) {
      LOG.atWarn().setCause(e).log("the store does not answer");
      return Problems.storeUnavailable();
    } else if (e instanceof BrokenRequestException || e instanceof IOException) {
      return Problems.ofServer(400, "the body did not arrive");
    }
    return e instanceof HttpResponseException http ? routing(http, ctx) : null;
  }

  /** Unknown paths and methods. */
  private Problem routing(HttpResponseException e, Context ctx) {
    if (e.getStatus() != METHOD_NOT_ALLOWED) {
      return Problems.ofServer(e.getStatus(), "");
    }
    List<String> allowed = routes.methods(ctx.req().getRequestURI());
    return Problems.methodNotAllowed(ctx.req().getMethod(), allowed);
  }
}
