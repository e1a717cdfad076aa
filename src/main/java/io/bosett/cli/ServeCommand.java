package io.bosett.cli;

import io.bosett.http.Server;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.service.jobs.QueueSettings;
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

/** {@code serve}. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the HTTP service; /docs of it shows what it answers. SIGTERM stops it: what is under"
          + " way ends, what waits is kept.",
      "Each flag can be given as an environment variable too, BOSETT_MAX_JSON for --max-json, or as"
          + " a line of the file that --config names, max-json=N; flags go before variables, and"
          + " those before the file. BOSETT_LOG_LEVEL=WARN silences the line for each request."
    })
final class ServeCommand implements Callable<Integer> {
  private final Streams streams;
  private final Configuration configuration;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private final HttpFlags http = new HttpFlags();

  @Mixin private final StoreFlags place = new StoreFlags();

  @Mixin private final QueueFlags desk = new QueueFlags();

  @Option(
      names = "--warm-up",
      paramLabel = "SECONDS",
      description = "To solve an example before listening, at the most; default 2.")
  private int warmUp = 2;

  @Option(names = "--config", paramLabel = "FILE", description = "A properties file.")
  private @Nullable String config;

  ServeCommand(Streams streams, Configuration configuration) {
    this.streams = streams;
    this.configuration = configuration;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    configuration.check(spec);
    FlagRanges flagRanges = new FlagRanges();
    ServerSettings settings = http.settings(flagRanges);
    QueueSettings deskSettings = desk.settings(flagRanges);
    flagRanges.check("--warm-up", warmUp, 0, 60);
    flagRanges.refuse();
    WarmUp.run(Duration.ofSeconds(warmUp), deskSettings.version());
    Server server = start(settings, deskSettings);
    streams
        .err()
        .println(
            "bosett: listening on "
                + address(settings.host(), server.port())
                + ", keeping in "
                + place.words());
    untilStopped(server);
    return ExitCode.DONE;
  }

  private Server start(ServerSettings settings, QueueSettings deskSettings) {
    try {
      return Server.start(place.open(), deskSettings, settings);
    } catch (StartRefusedException e) {
      throw new BadInputException("bosett: " + e.getMessage());
    }
  }

  private static String address(String host, int port) {
    return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Ends with the process: the hook runs on SIGTERM and Ctrl-C, and Java ends when it is done. */
  private void untilStopped(Server server) throws InterruptedException {
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  streams.err().println("bosett: stopping");
                  server.close();
                },
                "stop"));
    new CountDownLatch(1).await();
  }
}
