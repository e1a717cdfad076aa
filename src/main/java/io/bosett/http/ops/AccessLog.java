package io.bosett.http.ops;

import io.bosett.http.protocol.Caller;
import io.bosett.http.protocol.Exchange;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * The access log: one line for each request (but those with wrong keys over the limit) and one
 * metrics sample, and the stack traces of defects.
 */
public final class AccessLog {
  private static final Logger LOG = LoggerFactory.getLogger("io.bosett.http.requests");
  private static final double NANOS_A_MILLISECOND = 1e6;

  private final Metrics metrics;
  private final AtomicInteger underWay = new AtomicInteger();

  public AccessLog(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Requests in flight. */
  public int underWay() {
    return underWay.get();
  }

  /** Counts a request in flight. */
  public void begun() {
    underWay.incrementAndGet();
  }

  /** Records a request that passed the filter, when it has ended. */
  public void ended(
      Exchange exchange, Request request, Response response, @Nullable Throwable failure) {
    underWay.decrementAndGet();
    exchange.end();
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    int status = response.getStatus();
    metrics.request(request.getMethod(), exchange.route(), status, nanos);
    if (!exchange.isLogged()) {
      return;
    }
    LoggingEventBuilder line = line(exchange, request, status, nanos);
    Caller caller = exchange.caller();
    if (caller != null) {
      line = line.addKeyValue("caller", caller.id());
    }
    if (failure != null) {
      line = line.addKeyValue("failure", failure.toString());
    }
    line.log("request");
  }

  /** Records a request that Jetty refused before the filter. */
  public void refused(Exchange exchange, Request request, int status) {
    long nanos = System.nanoTime() - request.getBeginNanoTime();
    metrics.request(request.getMethod(), exchange.route(), status, nanos);
    line(exchange, request, status, nanos).log("request refused");
  }

  private static LoggingEventBuilder line(
      Exchange exchange, Request request, int status, long nanos) {
    return LOG.atInfo()
        .addKeyValue("request", exchange.id())
        .addKeyValue("method", request.getMethod())
        .addKeyValue("path", String.valueOf(request.getHttpURI().getPath()))
        .addKeyValue("route", exchange.route())
        .addKeyValue("status", status)
        .addKeyValue("milliseconds", nanos / NANOS_A_MILLISECOND)
        .addKeyValue("remote", exchange.client());
  }

  /** Logs a defect with its stack trace, which appears nowhere else; returns the incident id. */
  public String defect(Exchange exchange, @Nullable Throwable cause) {
    LOG.atError().addKeyValue("request", exchange.id()).setCause(cause).log("defect");
    return exchange.id();
  }
}
