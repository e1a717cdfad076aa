package io.bosett.page;

import io.bosett.http.Server;
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

/** The real service on loopback, which can be stopped and started again at the same place. */
final class Service implements AutoCloseable {
  static final String LETTER = read("norway-2018/letter");

  private static final int WARMING = 30;
  private static final int MOST_PREVIEWS = 16;

  /** Enough to find a conflict on a machine that others use too. */
  private static final Duration LIMIT = Duration.ofMillis(1_500);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path folder;
  private Store store;
  private Server server;
  private int port;

  private Service(Path folder) {
    this.folder = folder;
  }

  /** Started and warm: the first answers of a new process take many times as long as the rest. */
  static Service start() {
    try {
      Service service = new Service(Files.createTempDirectory("bosett-page"));
      service.open();
      for (int i = 0; i < WARMING; i++) {
        service.post("/v1/previews?include=losses", LETTER);
      }
      return service;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(String name) {
    try {
      return Files.readString(Path.of("models", name + ".json"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Listens, at the port of before if there was one. */
  void open() {
    store = Stores.embedded(folder, Clock.systemUTC());
    ServerSettings settings =
        ServerSettings.DEFAULT.at("127.0.0.1", port).withPreviews(LIMIT, MOST_PREVIEWS);
    SweepSettings sweeps = SweepSettings.in(folder.resolve("sweeps"));
    server = Server.start(store, QueueSettings.defaults("test"), sweeps, settings);
    port = server.port();
  }

  Store store() {
    return store;
  }

  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  String get(String path) {
    return send(HttpRequest.newBuilder(URI.create(address().replaceAll("/$", "") + path)));
  }

  String post(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(address().replaceAll("/$", "") + path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  /** Uploads a dataset. */
  void put(String path, byte[] document) {
    send(
        HttpRequest.newBuilder(URI.create(address().replaceAll("/$", "") + path))
            .header("Content-Type", "application/json")
            .PUT(BodyPublishers.ofByteArray(document)));
  }

  /** The id of what a POST made. */
  String made(String path, String body) {
    return post(path, body).replaceAll("(?s)^.*?\"id\":\"([^\"]+)\".*$", "$1");
  }

  private String send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Stops; {@link #open} begins again. */
  void shut() {
    server.close();
  }

  @Override
  public void close() {
    shut();
  }
}
