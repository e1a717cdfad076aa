package io.bosett.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** An HTTP client of the service. Thread-safe. */
public final class ServiceClient {
  /** Longer than the service lets anybody wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final URI service;

  /** A caller of the service at an address. */
  public ServiceClient(URI service) {
    this.service = service;
  }

  /** Asks for something. */
  public ServiceResponse get(String path, String... headers) throws IOException {
    return send(request(path, headers).GET());
  }

  /** Posts a document. */
  public ServiceResponse post(String path, byte[] body, String... headers) throws IOException {
    HttpRequest.Builder request = request(path, headers);
    request.header("Content-Type", "application/json");
    return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Puts a document in the place of another. */
  public ServiceResponse put(String path, byte[] body, String... headers) throws IOException {
    HttpRequest.Builder request = request(path, headers);
    request.header("Content-Type", "application/json");
    return send(request.PUT(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  /** Deletes something. */
  public ServiceResponse delete(String path, String... headers) throws IOException {
    return send(request(path, headers).DELETE());
  }

  /** Posts a scenario to be solved. */
  public ServiceResponse allocate(byte[] scenario, String... headers) throws IOException {
    return post("/v1/allocations", scenario, headers);
  }

  /** An allocation as it is now. */
  public ServiceResponse allocation(String id) throws IOException {
    return get("/v1/allocations/" + id);
  }

  /** Waits until an allocation has ended, and gives it then. */
  public ServiceResponse ended(String id, Duration longest) throws IOException {
    long deadline = System.nanoTime() + longest.toNanos();
    while (true) {
      ServiceResponse answer = allocation(id);
      if (answer.status() == 200 && States.isEnded(answer)) {
        return answer;
      }
      if (System.nanoTime() > deadline) {
        throw new IOException(id + " has not ended within " + longest + ": " + answer);
      }
      pause(20);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).timeout(PATIENCE);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return request;
  }

  private ServiceResponse send(HttpRequest.Builder request) throws IOException {
    try {
      return ServiceResponse.of(
          client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /** Lets some time pass. */
  public static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
