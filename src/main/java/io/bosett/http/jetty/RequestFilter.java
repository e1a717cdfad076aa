package io.bosett.http.jetty;

import io.bosett.http.ops.AccessLog;
import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.Exchange;
import io.bosett.http.protocol.HeaderValues;
import io.bosett.http.protocol.ProblemResponse;
import io.bosett.http.protocol.SecurityHeaders;
import io.bosett.http.protocol.TrustedProxies;
import io.bosett.http.settings.HostNames;
import io.bosett.http.settings.ProxySettings;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The request filter before routing: assigns the request id, sets security headers, checks {@code
 * Host} and {@code Origin} (DNS rebinding, cross-site requests), answers 503 during shutdown, and
 * writes the access log when the request has ended.
 */
public final class RequestFilter extends Handler.Wrapper {
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String HEALTH = "/health/";

  /** Jetty does not look into what follows a semicolon; who decodes it fails. */
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  /** Javalin would replace the method by this header's after it was checked. */
  private static final String OVERRIDE = "X-HTTP-Method-Override";

  private final HostNames names;
  private final TrustedProxies proxies;
  private final AccessLog accessLog;
  private volatile boolean stopping;

  public RequestFilter(HostNames names, TrustedProxies proxies, AccessLog accessLog) {
    this.names = names;
    this.proxies = proxies;
    this.accessLog = accessLog;
  }

  /** From now on only health checks are answered; everything else gets 503. */
  public void close() {
    stopping = true;
  }

  /** Whether the service is shutting down. */
  public boolean isClosed() {
    return stopping;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Exchange exchange = Exchange.begin(request, proxies);
    SecurityHeaders.put(response.getHeaders());
    response.getHeaders().put(Exchange.REQUEST_ID, exchange.id());
    accessLog.begun();
    Request.addCompletionListener(
        request, failure -> accessLog.ended(exchange, request, response, failure));
    ProblemDocument refusal = refusal(request);
    if (refusal != null) {
      ProblemResponse.write(refusal, request, response, callback);
      return true;
    }
    String path = request.getHttpURI().getPath();
    if (path != null && !path.isEmpty() && path.equals(exchange.prefix())) {
      response.setStatus(HttpStatus.PERMANENT_REDIRECT_308);
      response.getHeaders().put(HttpHeader.LOCATION, path + "/");
      response.write(true, null, callback);
      return true;
    }
    String within = path == null ? null : exchange.within(path);
    MDC.put("request", exchange.id());
    try {
      return super.handle(
          within == null
              ? request
              : Request.serveAs(request, Request.newHttpURIFrom(request, within)),
          response,
          callback);
    } finally {
      MDC.remove("request");
    }
  }

  private @Nullable ProblemDocument refusal(Request request) {
    String host = request.getHeaders().get(HttpHeader.HOST);
    if (host == null || !names.allowsHost(host)) {
      return ProblemTypes.hostNotAllowed(host == null ? "" : host);
    }
    HttpURI uri = request.getHttpURI();
    if (uri.getHost() != null && !names.allowsHost(uri.getHost())) {
      return ProblemTypes.hostNotAllowed(uri.getHost());
    }
    if (uri.getPath() != null && BROKEN_ESCAPE.matcher(uri.getPath()).find()) {
      return ProblemTypes.ofServer(
          HttpStatus.BAD_REQUEST_400, "the address has a % without digits");
    }
    // Several fields are joined to what is no origin.
    String origin = HeaderValues.joined(request.getHeaders(), HttpHeader.ORIGIN.asString());
    boolean safe = SAFE.contains(request.getMethod());
    if (origin != null && !safe && !names.allowsOrigin(origin, host)) {
      return ProblemTypes.originNotAllowed(origin);
    }
    if (request.getHeaders().contains(OVERRIDE)) {
      return ProblemTypes.invalidHeader(OVERRIDE, "is not heeded here", "the method that is meant");
    }
    String prefix = proxies.unsoundPrefix(request);
    if (prefix != null) {
      return ProblemTypes.invalidHeader(TrustedProxies.PREFIX, prefix, ProxySettings.ALLOWED_PATH);
    }
    boolean health = uri.getPath() != null && uri.getPath().startsWith(HEALTH);
    return stopping && !health ? ProblemTypes.shuttingDown() : null;
  }
}
