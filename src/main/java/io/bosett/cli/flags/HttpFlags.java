package io.bosett.cli.flags;

import io.bosett.http.settings.ProxySettings;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.ServerSettings.BodyLimits;
import io.bosett.http.settings.ServerSettings.ConnectionLimits;
import io.bosett.http.settings.ServerSettings.ListenAddress;
import io.bosett.http.settings.ServerSettings.PreviewLimits;
import io.bosett.http.settings.ServerSettings.Timeouts;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of the HTTP server: address, limits and timeouts. */
public final class HttpFlags {
  private static final ServerSettings USUAL = ServerSettings.DEFAULT;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Address to listen on; default 127.0.0.1. Beyond loopback it needs a key.")
  private String host = USUAL.address().host();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port; default 8080, 0 for any free one.")
  private int port = USUAL.address().port();

  @Option(
      names = "--host-names",
      paramLabel = "NAME",
      split = ",",
      description = "Host names, beside those of loopback, that requests may address.")
  private List<String> hostNames = List.of();

  @Option(
      names = "--max-json",
      paramLabel = "BYTES",
      description = "Limit on the size of a JSON document; default 10000000.")
  private long largestJson = USUAL.bodies().json();

  @Option(
      names = "--max-dataset",
      paramLabel = "BYTES",
      description = "Limit on the size of an uploaded dataset; default 64000000.")
  private long largestDataset = USUAL.bodies().dataset();

  @Option(
      names = "--http-threads",
      paramLabel = "N",
      description = "Threads that serve requests; default 64.")
  private int threads = USUAL.connections().threads();

  @Option(
      names = "--connections",
      paramLabel = "N",
      description = "Limit on open connections; default 4000.")
  private int connections = USUAL.connections().open();

  @Option(
      names = "--readers",
      paramLabel = "N",
      description = "Limit on simultaneous readers of events; default 2000.")
  private int readers = USUAL.connections().readers();

  @Option(
      names = "--idle",
      paramLabel = "SECONDS",
      description = "Idle timeout: closes a connection without traffic; default 30.")
  private int idle = (int) USUAL.timeouts().idle().toSeconds();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      description =
          "How long a submission waits for its answer; default 10, or --max-wait if that is less.")
  private @Nullable Integer wait;

  @Option(
      names = "--max-wait",
      paramLabel = "SECONDS",
      description = "How long a caller may ask it to wait; default 60.")
  private int longestWait = (int) USUAL.timeouts().longestWait().toSeconds();

  @Option(
      names = "--heartbeat",
      paramLabel = "SECONDS",
      description = "Interval of heartbeats to readers of events; default 10.")
  private int heartbeat = (int) USUAL.timeouts().heartbeat().toSeconds();

  @Option(
      names = "--grace",
      paramLabel = "SECONDS",
      description = "Time for running requests to end at shutdown; default 10.")
  private int grace = (int) USUAL.timeouts().grace().toSeconds();

  @Option(
      names = "--preview-limit",
      paramLabel = "MILLISECONDS",
      description = "Time limit of a preview; default 250.")
  private int previewLimit = (int) USUAL.previews().time().toMillis();

  @Option(
      names = "--previews",
      paramLabel = "N",
      description = "Limit on previews under way or waiting; default 16. More get 429.")
  private int previews = USUAL.previews().most();

  @Option(
      names = "--failed-keys",
      paramLabel = "N",
      description = "Limit on wrong keys of one address in a minute; default 20. More get 429.")
  private int failedKeys = USUAL.failedKeys();

  @Option(
      names = "--keep",
      paramLabel = "DAYS",
      description = "Retention: deletes ended jobs after so long; default never.")
  private @Nullable Integer keep;

  @Option(
      names = "--base-path",
      paramLabel = "PATH",
      description = "Path under which callers see the service, such as /bosett; default none.")
  private String basePath = USUAL.proxy().basePath();

  @Option(
      names = "--trusted-proxies",
      paramLabel = "ADDRESS",
      split = ",",
      description =
          "Addresses or networks of the proxies whose X-Forwarded-For and X-Forwarded-Prefix are"
              + " believed; default none.")
  private List<String> trustedProxies = List.of();

  /** The settings; adds values out of range to the errors. */
  public ServerSettings settings(FlagRanges flagRanges) {
    flagRanges.check("--port", port, 0, 65_535);
    flagRanges.check("--max-json", largestJson, 1_000, 1_000_000_000);
    flagRanges.check("--max-dataset", largestDataset, 1_000, 1_000_000_000);
    flagRanges.check("--http-threads", threads, 8, 1_000);
    flagRanges.check("--connections", connections, 10, 100_000);
    flagRanges.check("--readers", readers, 1, 100_000);
    flagRanges.check("--idle", idle, 1, 3_600);
    int waits = waits();
    flagRanges.check("--wait", waits, 0, 3_600);
    flagRanges.check("--max-wait", longestWait, 0, 3_600);
    flagRanges.notAbove("--wait", waits, "--max-wait", longestWait);
    flagRanges.check("--heartbeat", heartbeat, 1, 3_600);
    flagRanges.check("--grace", grace, 0, 3_600);
    flagRanges.check("--preview-limit", previewLimit, 10, 10_000);
    flagRanges.check("--previews", previews, 0, 1_000);
    flagRanges.check("--failed-keys", failedKeys, 1, 1_000_000);
    flagRanges.check("--keep", keep == null ? 1 : keep, 1, 36_500);
    return new ServerSettings(
        new ListenAddress(host, port, hostNames),
        new BodyLimits(largestJson, largestDataset),
        new ConnectionLimits(threads, connections, readers),
        new Timeouts(
            Duration.ofSeconds(idle),
            Duration.ofSeconds(waits),
            Duration.ofSeconds(longestWait),
            Duration.ofSeconds(heartbeat),
            Duration.ofSeconds(grace)),
        new PreviewLimits(Duration.ofMillis(previewLimit), previews),
        failedKeys,
        keep == null ? null : Duration.ofDays(keep),
        proxy(flagRanges));
  }

  /** A slash at the end of the path is left out; {@code /} is no path. */
  private ProxySettings proxy(FlagRanges flagRanges) {
    String path = basePath.strip().replaceFirst("/$", "");
    if (!path.isEmpty()) {
      flagRanges.check(
          "--base-path", basePath, ProxySettings.isSound(path), ProxySettings.ALLOWED_PATH);
    }
    for (String proxy : trustedProxies) {
      flagRanges.check(
          "--trusted-proxies", proxy, ProxySettings.isNetwork(proxy), ProxySettings.ALLOWED_PROXY);
    }
    return new ProxySettings(path, trustedProxies);
  }

  private int waits() {
    return wait == null
        ? Math.min((int) USUAL.timeouts().defaultWait().toSeconds(), longestWait)
        : wait;
  }
}
