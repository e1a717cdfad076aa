package io.bosett.http.settings;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The settings of the HTTP server: address, limits and timeouts.
 *
 * @param address where it listens
 * @param bodies limits on body sizes
 * @param connections limits on connections and what serves them
 * @param timeouts of connections, submissions and readers of events
 * @param previews limits on previews
 * @param failedKeys wrong keys of one address in a minute; more are answered 429
 * @param keep retention: after which ended jobs are deleted, or null for never
 * @param proxy where the service is behind reverse proxies
 */
public record ServerSettings(
    ListenAddress address,
    BodyLimits bodies,
    ConnectionLimits connections,
    Timeouts timeouts,
    PreviewLimits previews,
    int failedKeys,
    @Nullable Duration keep,
    ProxySettings proxy) {
  private static final long MEGABYTE = 1_000_000;

  /** The defaults: loopback, port 8080, the limits of the documentation. */
  public static final ServerSettings DEFAULT =
      new ServerSettings(
          new ListenAddress("127.0.0.1", 8080, List.of()),
          new BodyLimits(10 * MEGABYTE, 64 * MEGABYTE),
          new ConnectionLimits(64, 4_000, 2_000),
          new Timeouts(
              Duration.ofSeconds(30),
              Duration.ofSeconds(10),
              Duration.ofSeconds(60),
              Duration.ofSeconds(10),
              Duration.ofSeconds(10)),
          new PreviewLimits(Duration.ofMillis(250), 16),
          20,
          null,
          ProxySettings.NONE);

  /**
   * Where the server listens.
   *
   * @param host address to bind
   * @param port 0 for any that is free
   * @param hostNames further names and addresses by which callers may address the service
   */
  public record ListenAddress(String host, int port, List<String> hostNames) {
    public ListenAddress {
      hostNames = List.copyOf(hostNames);
    }
  }

  /**
   * Limits on the sizes of bodies.
   *
   * @param json bytes of a JSON document
   * @param dataset bytes of an uploaded dataset
   */
  public record BodyLimits(long json, long dataset) {}

  /**
   * Limits on connections and what serves them.
   *
   * @param threads that serve requests
   * @param open connections at the same time
   * @param readers of events at the same time
   */
  public record ConnectionLimits(int threads, int open, int readers) {}

  /**
   * How long the server waits.
   *
   * @param idle after which a connection without traffic is closed
   * @param defaultWait how long a submission waits for its answer
   * @param longestWait how long a caller may ask it to wait
   * @param heartbeat between heartbeats to readers of events
   * @param grace how long requests may take to end when the service stops
   */
  public record Timeouts(
      Duration idle,
      Duration defaultWait,
      Duration longestWait,
      Duration heartbeat,
      Duration grace) {}

  /**
   * Limits on previews.
   *
   * @param time of one, at most
   * @param most under way at the same time, including those that wait for their turn
   */
  public record PreviewLimits(Duration time, int most) {}

  /** A copy with another address. */
  public ServerSettings at(String host, int port) {
    return at(new ListenAddress(host, port, address.hostNames));
  }

  /** A copy with other host names. */
  public ServerSettings knownAs(List<String> names) {
    return at(new ListenAddress(address.host, address.port, names));
  }

  private ServerSettings at(ListenAddress other) {
    return new ServerSettings(
        other, bodies, connections, timeouts, previews, failedKeys, keep, proxy);
  }

  /** A copy with other limits on body sizes. */
  public ServerSettings withBodies(long json, long dataset) {
    BodyLimits limits = new BodyLimits(json, dataset);
    return new ServerSettings(
        address, limits, connections, timeouts, previews, failedKeys, keep, proxy);
  }

  /** A copy with other limits on connections. */
  public ServerSettings with(ConnectionLimits limits) {
    return new ServerSettings(address, bodies, limits, timeouts, previews, failedKeys, keep, proxy);
  }

  /** A copy with other timeouts, but for those of submissions. */
  public ServerSettings withTimes(Duration idle, Duration heartbeat, Duration grace) {
    Timeouts other =
        new Timeouts(idle, timeouts.defaultWait, timeouts.longestWait, heartbeat, grace);
    return new ServerSettings(
        address, bodies, connections, other, previews, failedKeys, keep, proxy);
  }

  /** A copy with other limits on previews. */
  public ServerSettings withPreviews(Duration time, int most) {
    PreviewLimits limits = new PreviewLimits(time, most);
    return new ServerSettings(
        address, bodies, connections, timeouts, limits, failedKeys, keep, proxy);
  }

  /** A copy with another retention of ended jobs. */
  public ServerSettings keeping(@Nullable Duration time) {
    return new ServerSettings(
        address, bodies, connections, timeouts, previews, failedKeys, time, proxy);
  }

  /** A copy behind proxies. */
  public ServerSettings behind(ProxySettings proxies) {
    return new ServerSettings(
        address, bodies, connections, timeouts, previews, failedKeys, keep, proxies);
  }
}
