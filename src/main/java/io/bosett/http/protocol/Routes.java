package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.store.KeyStore.Role;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The route table: path, method, required role and handler. {@code HEAD} is answered wherever
 * {@code GET} is, {@code OPTIONS} everywhere.
 */
public final class Routes {
  private final Map<String, Map<HandlerType, Handler>> byPath = new LinkedHashMap<>();
  private final Set<String> parts = new TreeSet<>();
  private final Authorization authorization;

  public Routes(Authorization authorization) {
    this.authorization = authorization;
  }

  /**
   * Registers a route for {@code GET} and {@code HEAD}.
   *
   * @param role that is required, or null for public routes
   */
  public void get(String path, @Nullable Role role, Handler handler) {
    add(HandlerType.GET, path, role, handler);
    add(HandlerType.HEAD, path, role, handler);
  }

  /** Registers a file of a page, which is not part of the API. */
  public void part(String path, Handler handler) {
    parts.add(path);
    get(path, null, handler);
  }

  public void post(String path, Role role, Handler handler) {
    add(HandlerType.POST, path, role, handler);
  }

  public void put(String path, Role role, Handler handler) {
    add(HandlerType.PUT, path, role, handler);
  }

  public void delete(String path, Role role, Handler handler) {
    add(HandlerType.DELETE, path, role, handler);
  }

  private void add(HandlerType method, String path, @Nullable Role role, Handler handler) {
    byPath
        .computeIfAbsent(path, key -> new LinkedHashMap<>())
        .put(method, ctx -> handle(ctx, path, role, handler));
  }

  private void handle(Context ctx, String path, @Nullable Role role, Handler handler)
      throws Exception {
    Exchange exchange = Exchange.of(ctx);
    exchange.route(path);
    if (role != null) {
      exchange.caller(authorization.caller(ctx, role));
    }
    try {
      handler.handle(ctx);
    } catch (Error e) {
      throw new IllegalStateException("an error of the machine", e); // so that it is answered
    }
  }

  /** Every route of the API as {@code METHOD path}, without HEAD and OPTIONS. */
  public List<String> list() {
    List<String> list = new ArrayList<>();
    byPath.forEach(
        (path, methods) ->
            methods.keySet().stream()
                .filter(method -> !method.equals(HandlerType.HEAD) && !parts.contains(path))
                .forEach(method -> list.add(method.name() + " " + path)));
    return list;
  }

  /** The methods of a request path; empty when there is no such path. */
  public List<String> methods(String path) {
    return byPath.entrySet().stream()
        .filter(entry -> matches(entry.getKey(), path))
        .findFirst()
        .map(entry -> allowed(entry.getValue()))
        .orElse(List.of());
  }

  private static boolean matches(String template, String path) {
    String[] expected = template.split("/", -1);
    String[] found = path.split("/", -1);
    boolean same = expected.length == found.length;
    for (int i = 0; same && i < expected.length; i++) {
      same = expected[i].startsWith("{") ? !found[i].isEmpty() : expected[i].equals(found[i]);
    }
    return same;
  }

  /** Registers all routes with Javalin. */
  public void register(RoutesConfig config) {
    byPath.forEach(
        (path, methods) -> {
          List<String> allowed = allowed(methods);
          methods.forEach((method, handler) -> config.addHttpHandler(method, path, handler));
          config.options(path, ctx -> options(ctx, path, allowed));
          for (HandlerType method : HandlerType.commonHttp()) {
            if (!allowed.contains(method.name())) {
              config.addHttpHandler(method, path, ctx -> refuse(ctx, path, allowed));
            }
          }
        });
  }

  private static List<String> allowed(Map<HandlerType, Handler> methods) {
    TreeSet<String> allowed = new TreeSet<>();
    methods.keySet().forEach(method -> allowed.add(method.name()));
    allowed.add(HandlerType.OPTIONS.name());
    return List.copyOf(allowed);
  }

  private static void options(Context ctx, String path, List<String> allowed) {
    Exchange.of(ctx).route(path);
    ctx.header("Allow", String.join(", ", allowed));
    Responses.empty(ctx);
  }

  private static void refuse(Context ctx, String path, List<String> allowed) {
    Exchange.of(ctx).route(path);
    throw ProblemTypes.methodNotAllowed(ctx.req().getMethod(), allowed).exception();
  }
}
