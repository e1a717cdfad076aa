package io.bosett.http.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP server: address, limits and timeouts.
 *
 * @param host address to bind
 * @param port 0 for any that is free
 * @param hostNames further names and addresses by which callers may address the service
 * @param largestJson bytes of a JSON document
 * @param largestDataset bytes of an uploaded dataset
 * @param threads that serve requests
 * @param connections that are open at the same time
 * @param readers of events at the same time
 * @param idle after which a connection without traffic is closed
 * @param defaultWait how long a submission waits for its answer
 * @param longestWait how long a caller may ask it to wait
 * @param heartbeat between heartbeats to readers of events
 * @param grace how long requests may take to end when the service stops
 * @param previewLimit upper limit on the time of a preview
 * @param previews under way at the same time, including those that wait for their turn
 * @param failedKeys wrong keys of one address in a minute; more are answered 429
 * @param keep retention: after which ended allocations are deleted, or null for never
 * @param proxy where the service is behind reverse proxies
 */
public record ServerSettings(
    String host,
    int port,
    List<String> hostNames,
    long largestJson,
    long largestDataset,
    int threads,
    int connections,
    int readers,
    Duration idle,
    Duration defaultWait,
    Duration longestWait,
    Duration heartbeat,
    Duration grace,
    Duration previewLimit,
    int previews,
    int failedKeys,
    @Nullable Duration keep,
    ProxySettings proxy) {
  private static final long MEGABYTE = 1_000_000;

  /** The defaults: loopback, port 8080, the limits of the documentation. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          "127.0.0.1",
          8080,
          List.of(),
          10 * MEGABYTE,
          64 * MEGABYTE,
          64,
          4_000,
          2_000,
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          Duration.ofSeconds(60),
          Duration.ofSeconds(10),
          Duration.ofSeconds(10),
          Duration.ofMillis(250),
          16,
          20,
          null,
          ProxySettings.NONE);

  public ServerSettings {
    hostNames = List.copyOf(hostNames);
  }

  /** A copy with another address. */
  public ServerSettings at(String newHost, int newPort) {
    return with(newHost, newPort, hostNames, largestJson, largestDataset, keep);
  }

  /** A copy with other host names. */
  public ServerSettings knownAs(List<String> names) {
    return with(host, port, names, largestJson, largestDataset, keep);
  }

  /** A copy with other limits on body sizes. */
  public ServerSettings withBodies(long json, long dataset) {
    return with(host, port, hostNames, json, dataset, keep);
  }

  /** A copy with another retention of ended allocations. */
  public ServerSettings keeping(@Nullable Duration time) {
    return with(host, port, hostNames, largestJson, largestDataset, time);
  }

  /** A copy with other timeouts. */
  public ServerSettings withTimes(Duration newIdle, Duration newHeartbeat, Duration newGrace) {
    return new ServerSettings(
        host,
        port,
        hostNames,
        largestJson,
        largestDataset,
        threads,
        connections,
        readers,
        newIdle,
        defaultWait,
        longestWait,
        newHeartbeat,
        newGrace,
        previewLimit,
        previews,
        failedKeys,
        keep,
        proxy);
  }

  /** A copy behind proxies. */
  public ServerSettings behind(ProxySettings newProxy) {
    return new ServerSettings(
        host,
        port,
        hostNames,
        largestJson,
        largestDataset,
        threads,
        connections,
        readers,
        idle,
        defaultWait,
        longestWait,
        heartbeat,
        grace,
        previewLimit,
        previews,
        failedKeys,
        keep,
        newProxy);
  }

  /** A copy with other limits on previews. */
  public ServerSettings withPreviews(Duration limit, int most) {
    return new ServerSettings(
        host,
        port,
        hostNames,
        largestJson,
        largestDataset,
        threads,
        connections,
        readers,
        idle,
        defaultWait,
        longestWait,
        heartbeat,
        grace,
        limit,
        most,
        failedKeys,
        keep,
        proxy);
  }

  private ServerSettings with(
      String newHost,
      int newPort,
      List<String> names,
      long json,
      long dataset,
      @Nullable Duration newKeep) {
    return new ServerSettings(
        newHost,
        newPort,
        names,
        json,
        dataset,
        threads,
        connections,
        readers,
        idle,
        defaultWait,
        longestWait,
        heartbeat,
        grace,
        previewLimit,
        previews,
        failedKeys,
        newKeep,
        proxy);
  }
}
