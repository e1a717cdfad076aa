package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.Configuration;
import io.bosett.cli.flags.FlagRanges;
import io.bosett.cli.flags.HttpFlags;
import io.bosett.cli.flags.QueueFlags;
import io.bosett.cli.flags.StoreFlags;
import io.bosett.cli.flags.SweepFlags;
import io.bosett.http.Server;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.sweeps.SweepSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: runs the HTTP service. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the HTTP service; its page /docs documents the API. SIGTERM stops it: running"
          + " requests end, queued allocations are kept.",
      "Each flag can be given as an environment variable too, BOSETT_MAX_JSON for --max-json, or as"
          + " a line of the file that --config names, max-json=N; flags override variables;"
          + " variables override the file. BOSETT_LOG_LEVEL=WARN turns the access log off."
    })
final class ServeCommand implements Callable<Integer> {
  private final Streams streams;
  private final Configuration configuration;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final HttpFlags http = new HttpFlags();

  @Mixin private final StoreFlags place = new StoreFlags();

  @Mixin private final QueueFlags queue = new QueueFlags();

  @Mixin private final SweepFlags sweeps = new SweepFlags();

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "Time for solving an example before listening; default 2.")
  private int warmUp = 2;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file with settings.")
  @SuppressWarnings("UnusedVariable") // for the help; Configuration reads it before all else
  private @Nullable String config;

  ServeCommand(Streams streams, Configuration configuration) {
    this.streams = streams;
    this.configuration = configuration;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlagRanges flagRanges = new FlagRanges(configuration.faults(spec));
    ServerSettings settings = http.settings(flagRanges);
    QueueSettings queueSettings = queue.settings(flagRanges);
    SweepSettings sweepSettings =
        sweeps.settings(flagRanges, place.folder(), queueSettings.threads());
    flagRanges.check("--warm-up", warmUp, 0, 60);
    flagRanges.refuse();
    WarmUp.run(Duration.ofSeconds(warmUp), queueSettings.version());
    Server server = start(settings, queueSettings, sweepSettings);
    streams
        .err()
        .println(
            "bosett: listening on "
                + address(settings.address().host(), server.port())
                + ", keeping in "
                + place.words());
    untilStopped(server);
    return ExitCode.DONE;
  }

  private Server start(
      ServerSettings settings, QueueSettings queueSettings, SweepSettings sweepSettings) {
    try {
      return Server.start(place.open(), queueSettings, sweepSettings, settings);
    } catch (StartRefusedException e) {
      throw new BadInputException("bosett: " + e.getMessage());
    }
  }

  private static String address(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Ends with the process: on SIGTERM and Ctrl-C the service is closed before all else. */
  private static void untilStopped(Server server) throws InterruptedException {
    Shutdown.serving(server::close);
    new CountDownLatch(1).await();
  }
}
