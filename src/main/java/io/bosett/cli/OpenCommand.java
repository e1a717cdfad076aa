package io.bosett.cli;

import io.bosett.http.Server;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.model.Problem;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.store.Content;
import io.bosett.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code open}: runs the service on loopback and opens its page in the default browser. */
@Command(
    name = "open",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Starts the service on loopback and opens its page in the default browser: the letter of"
          + " 2017, or the given scenario, which is stored. Ctrl-C ends it."
    })
final class OpenCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int LONGEST_ID = 22;

  private final Streams streams;

  @Parameters(
      arity = "0..1",
      paramLabel = "SCENARIO",
      description = "A scenario document that the page shows.")
  private @Nullable Path scenario;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Default 8080, or any free one when that is taken.")
  private @Nullable Integer port;

  @Option(names = "--no-browser", description = "Print the address only.")
  private boolean noBrowser;

  @Mixin private final StoreFlags place = new StoreFlags();

  @Mixin private final DatasetsFolder datasets = new DatasetsFolder();

  OpenCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    FlagRanges flagRanges = new FlagRanges();
    flagRanges.check("--port", port == null ? 0 : port, 0, 65_535);
    flagRanges.refuse();
    @Nullable Path file = scenario;
    @Nullable Problem problem = file == null ? null : problem(file);
    WarmUp.run(Duration.ofSeconds(1), VersionProvider.text());
    String fragment = "";
    Store store = place.open();
    if (file != null && problem != null) {
      fragment = "#scenario=" + kept(store, problem, Files.readAllBytes(file));
    }
    Server server = start(store);
    String address = "http://" + LOOPBACK + ":" + server.port() + "/" + fragment;
    Shutdown.serving(server::close);
    streams.err().println("bosett: " + address + " (Ctrl-C ends it)");
    if (!noBrowser) {
      browse(address);
    }
    new CountDownLatch(1).await();
    return ExitCode.DONE;
  }

  private Problem problem(Path file) {
    return InputFiles.problem(file, datasets.path, streams).problem();
  }

  /**
   * Stores the scenario under an id of its content, so that opening it again adds no second one.
   */
  private static String kept(Store store, Problem problem, byte[] document) {
    StoredDatasets figures = new StoredDatasets(store.datasets());
    String dataset = problem.scenario().dataset();
    if (dataset != null && !figures.isShipped(dataset)) {
      figures.put(dataset, problem.dataset());
    }
    Content content = Content.of(document);
    String id = content.hash().substring(0, LONGEST_ID);
    if (store.scenarios().find(id).isEmpty()) {
      store.scenarios().create(id, problem.scenario().name(), content);
    }
    return id;
  }

  private Server start(Store store) {
    ServerSettings usual = ServerSettings.DEFAULT;
    QueueSettings desk = QueueSettings.defaults(VersionProvider.text());
    try {
      int wished = port == null ? free(usual.port()) : port;
      return Server.start(store, desk, usual.at(LOOPBACK, wished));
    } catch (StartRefusedException e) {
      throw new BadInputException("bosett: " + e.getMessage());
    }
  }

  /** The port when it is free, else 0 for any. */
  private static int free(int port) {
    try (ServerSocket probe = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    } catch (IOException e) {
      return 0;
    }
  }

  /** Opens the browser; without one the printed address is enough. */
  private static void browse(String address) {
    String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    boolean screen = System.getenv("DISPLAY") != null || System.getenv("WAYLAND_DISPLAY") != null;
    List<String> command =
        system.contains("mac")
            ? List.of("open", address)
            : system.contains("win")
                ? List.of("rundll32", "url.dll,FileProtocolHandler", address)
                : screen ? List.of("xdg-open", address) : List.of();
    try {
      if (!command.isEmpty()) {
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
      }
    } catch (IOException e) {
      // The address is printed.
    }
  }
}
