package io.bosett.http.protocol;

import io.bosett.common.RandomIds;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * The context of one request: its id, route, caller and timing, for access log and metrics, and the
 * path under which the caller sees the service.
 */
public final class Exchange {
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String ATTRIBUTE = "io.bosett.http.exchange";
  private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int ID_BYTES = 8;

  private final String id;
  private final String prefix;
  private final String client;
  private volatile String route = "unmatched";
  private volatile @Nullable Caller caller;
  private volatile boolean logged = true;
  private final List<Runnable> endings = new ArrayList<>();
  private boolean ended;

  private Exchange(String id, String prefix, String client) {
    this.id = id;
    this.prefix = prefix;
    this.client = client;
  }

  /**
   * Starts the exchange with the caller's request id when it is safe to log, else with a new one.
   */
  public static Exchange begin(Request request, TrustedProxies proxies) {
    String given = request.getHeaders().get(REQUEST_ID);
    boolean taken = given != null && SAFE_ID.matcher(given).matches();
    String id = taken ? given : newId();
    Exchange exchange = new Exchange(id, proxies.prefix(request), proxies.client(request));
    request.setAttribute(ATTRIBUTE, exchange);
    return exchange;
  }

  /** An exchange without a request. */
  static Exchange made() {
    return new Exchange(newId(), "", "");
  }

  /** The exchange of a request, or null when the request never passed the filter. */
  public static @Nullable Exchange of(Request request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  public static Exchange of(Context ctx) {
    Exchange exchange = (Exchange) ctx.req().getAttribute(ATTRIBUTE);
    if (exchange == null) {
      throw new IllegalStateException("the request did not come through the request filter");
    }
    return exchange;
  }

  private static String newId() {
    return RandomIds.hex(ID_BYTES);
  }

  public String id() {
    return id;
  }

  /** The path before those of the service, as the caller sees them; empty for none. */
  public String prefix() {
    return prefix;
  }

  /** A path of the request as the caller sees it: with the prefix, which it may have already. */
  public String outside(String path) {
    return within(path) == null ? prefix + path : path;
  }

  /** A path without the prefix; null when it does not begin with it, or there is none. */
  public @Nullable String within(String path) {
    return !prefix.isEmpty() && path.startsWith(prefix + "/")
        ? path.substring(prefix.length())
        : null;
  }

  /** The IP address of the client, as a trusted proxy says, else of the connection. */
  public String client() {
    return client;
  }

  /** The route template with its variables by name, or {@code unmatched}. */
  public String route() {
    return route;
  }

  public void route(String path) {
    route = path;
  }

  /** The caller, once authenticated. */
  public @Nullable Caller caller() {
    return caller;
  }

  public void caller(Caller who) {
    caller = who;
  }

  /** Leaves the request out of the access log: another line counts those like it. */
  void unlogged() {
    logged = false;
  }

  public boolean isLogged() {
    return logged;
  }

  /** Runs an action when the request has ended, or at once when it has. */
  public void whenEnded(Runnable ending) {
    synchronized (this) {
      if (!ended) {
        endings.add(ending);
        return;
      }
    }
    ending.run();
  }

  /** Ends the exchange and runs the registered actions. */
  public void end() {
    synchronized (this) {
      ended = true;
    }
    letGo();
  }

  /** Runs now what was registered for the end. */
  public void letGo() {
    List<Runnable> due;
    synchronized (this) {
      due = List.copyOf(endings);
      endings.clear();
    }
    due.forEach(Runnable::run);
  }
}
