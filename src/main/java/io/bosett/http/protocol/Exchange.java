package io.bosett.http.protocol;

import io.bosett.common.RandomIds;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** The context of one request: its id, route, caller and timing, for access log and metrics. */
public final class Exchange {
  public static final String REQUEST_ID = "X-Request-Id";

  private static final String ATTRIBUTE = "io.bosett.http.exchange";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final int ID_BYTES = 8;

  private final String id;
  private volatile String route = "unmatched";
  private volatile @Nullable Caller caller;
  private final List<Runnable> endings = new ArrayList<>();
  private boolean ended;

  private Exchange(String id) {
    this.id = id;
  }

  /**
   * Starts the exchange with the caller's request id when it is safe to log, else with a new one.
   */
  public static Exchange begin(Request request) {
    String given = request.getHeaders().get(REQUEST_ID);
    boolean taken = given != null && HARMLESS.matcher(given).matches();
    Exchange exchange = new Exchange(taken ? given : newId());
    request.setAttribute(ATTRIBUTE, exchange);
    return exchange;
  }

  /** An exchange without a request. */
  static Exchange made() {
    return new Exchange(newId());
  }

  /** The exchange of a request, or null when the request never passed the filter. */
  public static @Nullable Exchange of(Request request) {
    return (Exchange) request.getAttribute(ATTRIBUTE);
  }

  public static Exchange of(Context ctx) {
    Exchange exchange = (Exchange) ctx.req().getAttribute(ATTRIBUTE);
    if (exchange == null) {
      throw new IllegalStateException("the request did not come through the gate");
    }
    return exchange;
  }

  private static String newId() {
    return RandomIds.hex(ID_BYTES);
  }

  public String id() {
    return id;
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

  /** Runs an action when the request has ended, or at once when it has. */
  void whenEnded(Runnable ending) {
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
