package io.bosett.http;

import io.bosett.http.settings.ServerSettings;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.sweeps.SweepSettings;
import io.bosett.store.Store;
import io.bosett.store.factory.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.UnaryOperator;

/** A real server on a free port of loopback, with an embedded store of its own. */
public final class Running implements AutoCloseable {
  public static final Duration PATIENCE = Duration.ofSeconds(30);
  public static final ServerSettings SETTINGS = ServerSettings.DEFAULT.at("127.0.0.1", 0);
  public static final QueueSettings DESK = QueueSettings.defaults("test");

  private final Path folder;
  private final Server server;
  private final SweepSettings sweeps;
  public final Store store;
  final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private Running(Path folder, Store store, QueueSettings desk, ServerSettings settings) {
    this(folder, store, desk, SweepSettings.in(folder.resolve("sweeps")), settings);
  }

  private Running(
      Path folder, Store store, QueueSettings desk, SweepSettings sweeps, ServerSettings settings) {
    this.folder = folder;
    this.store = store;
    this.sweeps = sweeps;
    server = Server.start(store, desk, sweeps, settings);
  }

  public static Running start() {
    return start(SETTINGS);
  }

  public static Running start(ServerSettings settings) {
    return start(DESK, settings);
  }

  public static Running start(QueueSettings desk, ServerSettings settings) {
    return start(store -> store, desk, settings);
  }

  /** On a store as something shows it that stands before it. */
  public static Running start(
      UnaryOperator<Store> before, QueueSettings desk, ServerSettings settings) {
    try {
      Path folder = Files.createTempDirectory("bosett-http");
      return new Running(folder, before.apply(open(folder)), desk, settings);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With so many bytes for the results of sweeps. */
  static Running startWithRoom(long bytes) {
    return startWith(sweeps -> sweeps.withBytes(bytes));
  }

  /** With other settings of sweeps. */
  static Running startWith(UnaryOperator<SweepSettings> change) {
    return startWith(DESK, change);
  }

  /** With other settings of sweeps. */
  public static Running startWith(QueueSettings desk, UnaryOperator<SweepSettings> change) {
    try {
      Path folder = Files.createTempDirectory("bosett-http");
      SweepSettings sweeps = change.apply(SweepSettings.in(folder.resolve("sweeps")));
      return new Running(folder, open(folder), desk, sweeps, SETTINGS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Store open(Path folder) {
    return Stores.embedded(folder, Clock.systemUTC());
  }

  Path folder() {
    return folder;
  }

  public int port() {
    return server.port();
  }

  Server server() {
    return server;
  }

  public HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
        .timeout(PATIENCE);
  }

  public Reply get(String path, String... headers) {
    return send(with(to(path).GET(), headers));
  }

  public Reply post(String path, String body, String... headers) {
    return send("POST", path, body, headers);
  }

  public Reply put(String path, String body, String... headers) {
    return send("PUT", path, body, headers);
  }

  public Reply delete(String path, String... headers) {
    return send(with(to(path).DELETE(), headers));
  }

  /** With a body of JSON, unless the headers say otherwise. */
  public Reply send(String method, String path, String body, String... headers) {
    HttpRequest.Builder request = to(path).method(method, BodyPublishers.ofString(body));
    request.setHeader("Content-Type", "application/json");
    return send(with(request, headers));
  }

  public static HttpRequest.Builder with(HttpRequest.Builder request, String... headers) {
    for (int i = 0; i < headers.length; i += 2) {
      request.setHeader(headers[i], headers[i + 1]);
    }
    return request;
  }

  /** Whatever is answered must be as the contract says. */
  public Reply send(HttpRequest.Builder request) {
    return reply(ContractCheck.verified(response(request)));
  }

  /** What the contract does not describe, such as a compressed body. */
  Reply sendUnchecked(HttpRequest.Builder request) {
    return reply(response(request));
  }

  private static Reply reply(HttpResponse<byte[]> response) {
    return new Reply(response.statusCode(), response.headers(), response.body());
  }

  private HttpResponse<byte[]> response(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops and starts on the same store. */
  public Running again(QueueSettings desk, ServerSettings settings) {
    server.close();
    return new Running(folder, open(folder), desk, sweeps, settings);
  }

  /** Stops and starts on the same store, with other settings of sweeps. */
  Running againWith(UnaryOperator<SweepSettings> change) {
    server.close();
    return new Running(folder, open(folder), DESK, change.apply(sweeps), SETTINGS);
  }

  @Override
  public void close() {
    server.close();
    delete(folder.toFile());
  }

  private static void delete(java.io.File file) {
    java.io.File[] inside = file.listFiles();
    if (inside != null) {
      for (java.io.File one : inside) {
        delete(one);
      }
    }
    file.delete();
  }
}
