package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.DatasetsFolder;
import io.bosett.cli.flags.FlagRanges;
import io.bosett.cli.flags.StoreFlags;
import io.bosett.cli.flags.SweepFlags;
import io.bosett.cli.flags.VersionProvider;
import io.bosett.cli.table.ResultTable;
import io.bosett.http.Server;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.model.Problem;
import io.bosett.model.Result;
import io.bosett.service.OpenedFile;
import io.bosett.service.Verification;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.OpenedDocuments;
import io.bosett.service.sweeps.SweepSettings;
import io.bosett.store.Store;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
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
          + " 2017, or the given scenario or answer, which is stored. An answer is checked first."
          + " Ctrl-C ends it."
    })
final class OpenCommand implements Callable<Integer> {
  private static final String LOOPBACK = "127.0.0.1";

  private final Streams streams;

  @Parameters(
      arity = "0..2",
      paramLabel = "FILE",
      description =
          "What the page shows: a scenario, a scenario and its result, or a certificate, in which"
              + " the scenario stands.")
  private List<Path> files = List.of();

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port; default 8080, or any free one when that is taken.")
  private @Nullable Integer port;

  @Option(names = "--no-browser", description = "Prints the address only.")
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
    @Nullable OpenedFile opened = opened();
    if (opened != null && isRefuted(opened)) {
      return ExitCode.REFUTED;
    }
    WarmUp.run(Duration.ofSeconds(1), VersionProvider.text());
    Store store = place.open();
    String fragment = opened == null ? "" : fragment(store, opened);
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

  /** What is opened, with a problem in it; null when no file is given. */
  private @Nullable OpenedFile opened() {
    if (files.isEmpty()) {
      return null;
    }
    OpenedFile first = read(files.get(0));
    Problem problem = first.problem();
    if (problem == null) {
      throw new BadInputException(
          files.get(0)
              + ": is a result and does not say what was asked; expected a certificate, or the"
              + " scenario before it");
    } else if (files.size() == 1) {
      return first;
    }
    Path answer = files.get(1);
    OpenedFile second = read(answer);
    Result result = second.result();
    if (first.result() != null || result == null) {
      throw new BadInputException(
          "bosett: two files are opened; expected a scenario, then a result of it");
    }
    return new OpenedFile(problem, result, Verification.of(problem, result), List.of(), List.of());
  }

  private OpenedFile read(Path file) {
    byte[] document = InputFiles.document(file);
    OpenedFile read =
        InputFiles.refusing(file, () -> OpenedFile.read(file, document, datasets.path));
    read.warnings().forEach(warning -> streams.err().println(ResultTable.clean(warning)));
    if (!read.faults().isEmpty()) {
      throw new BadInputException(read.faults());
    }
    return read;
  }

  private boolean isRefuted(OpenedFile opened) {
    Verification verification = opened.verification();
    if (verification == null || verification.verdict().confirmed()) {
      return false;
    }
    streams.err().println("REFUTED: " + files.get(files.size() - 1));
    verification
        .verdict()
        .findings()
        .forEach(finding -> streams.err().println("  " + ResultTable.clean("" + finding)));
    return true;
  }

  private static String fragment(Store store, OpenedFile opened) {
    OpenedDocuments documents = new OpenedDocuments(store, VersionProvider.text());
    Problem problem = Objects.requireNonNull(opened.problem());
    Result result = opened.result();
    return result == null
        ? "#scenario=" + documents.scenario(problem)
        : "#allocation=" + documents.answer(problem, result);
  }

  private Server start(Store store) {
    ServerSettings usual = ServerSettings.DEFAULT;
    QueueSettings queue = QueueSettings.defaults(VersionProvider.text());
    try {
      int wanted = port == null ? free(usual.address().port()) : port;
      SweepSettings sweeps = SweepSettings.in(place.folder().resolve(SweepFlags.FOLDER));
      return Server.start(store, queue, sweeps, usual.at(LOOPBACK, wanted));
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
