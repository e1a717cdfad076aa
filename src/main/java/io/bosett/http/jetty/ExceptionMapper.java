package io.bosett.http.jetty;

import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.http.ops.AccessLog;
import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemError;
import io.bosett.http.problem.ProblemException;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.problem.RequestBodyException;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.ProblemResponse;
import io.bosett.http.protocol.Routes;
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

/**
 * Maps every exception thrown by a route to a problem document ({@code ProblemTypes}). An
 * infeasible scenario is none: its allocation ends with the status INFEASIBLE and the conflict.
 */
public final class ExceptionMapper {
  private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);
  private static final int METHOD_NOT_ALLOWED = 405;

  private final AccessLog accessLog;
  private final Routes routes;

  public ExceptionMapper(AccessLog accessLog, Routes routes) {
    this.accessLog = accessLog;
    this.routes = routes;
  }

  public void answer(Throwable thrown, Context ctx) {
    ProblemResponse.write(problem(thrown, ctx), ctx);
  }

  private ProblemDocument problem(Throwable thrown, Context ctx) {
    Throwable e = thrown;
    while (e instanceof CompletionException && e.getCause() != null) {
      e = e.getCause();
    }
    ProblemDocument known = known(e, ctx);
    return known == null ? ProblemTypes.defect(accessLog.defect(Exchange.of(ctx), e)) : known;
  }

  private @Nullable ProblemDocument known(Throwable e, Context ctx) {
    if (e instanceof ProblemException p) {
      return p.problem();
    } else if (e instanceof InvalidInputException invalid) {
      return ProblemTypes.invalidScenario(invalid);
    } else if (e instanceof InvalidFilesException faulty) {
      return ProblemTypes.invalidDataset(faulty);
    } else if (e instanceof Page.BadCursorException) {
      ProblemError problemError =
          ProblemError.ofParameter("cursor", "is none of this list", "a nextCursor of it");
      return ProblemTypes.invalidParameters(List.of(problemError));
    } else if (e instanceof StoreUnavailableException) {
      LOG.atWarn().setCause(e).log("the store is unavailable");
      return ProblemTypes.storeUnavailable();
    } else if (e instanceof RequestBodyException || e instanceof IOException) {
      return ProblemTypes.ofServer(400, "the body did not arrive");
    }
    return e instanceof HttpResponseException http ? routing(http, ctx) : null;
  }

  /** The problem for an unknown path or method. */
  private ProblemDocument routing(HttpResponseException e, Context ctx) {
    if (e.getStatus() != METHOD_NOT_ALLOWED) {
      return ProblemTypes.ofServer(e.getStatus(), "");
    }
    List<String> allowed = routes.methods(ctx.req().getRequestURI());
    return ProblemTypes.methodNotAllowed(ctx.req().getMethod(), allowed);
  }
}
