package io.bosett.http;

import io.bosett.http.ops.Metrics;
import io.bosett.http.resource.PreviewBulkhead;
import io.bosett.http.settings.HostNames;
import io.bosett.http.settings.ServerSettings;
import io.bosett.http.settings.StartRefusedException;
import io.bosett.service.jobs.QueueSettings;
import io.bosett.service.kept.StoredDatasets;
import io.bosett.service.sweeps.SweepSettings;
import io.bosett.store.Store;
import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.time.Duration;
import java.util.List;

/**
 * The running HTTP service: store, job services, routes and Jetty, with a graceful shutdown. {@link
 * #close} lets running requests end while new ones get 503, then closes the job services, and the
 * store last.
 */
public final class Server implements AutoCloseable {
  private static final long PAUSE_MILLIS = 20;

  private final Javalin javalin;
  private final ServerModule module;
  private final ServerSettings settings;

  private Server(Javalin javalin, ServerModule module, ServerSettings settings) {
    this.javalin = javalin;
    this.module = module;
    this.settings = settings;
  }

  /**
   * Opens the job services on a store and starts to listen.
   *
   * @param store closed with the server, also when the server does not start
   * @param sweeps where the results of sweeps are kept, and how many
   * @throws StartRefusedException when the address is not allowed or cannot be bound
   */
  public static Server start(
      Store store, QueueSettings queue, SweepSettings sweeps, ServerSettings settings) {
    try {
      refuseOpenDoors(store, settings);
      return started(store, queue, sweeps, settings);
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  private static void refuseOpenDoors(Store store, ServerSettings settings) {
    if (!HostNames.isLoopback(settings.address().host()) && store.keys().all().isEmpty()) {
      throw new StartRefusedException(
          "listening on "
              + settings.address().host()
              + ", which is not a loopback address, needs a key, for"
              + " everybody who reaches it could do everything; make one with: bosett keys add NAME"
              + " --role admin");
    }
  }

  private static Server started(
      Store store, QueueSettings queueSettings, SweepSettings sweeps, ServerSettings settings) {
    Metrics metrics = new Metrics();
    StoredDatasets datasets = new StoredDatasets(store.datasets());
    PreviewBulkhead bulkhead =
        new PreviewBulkhead(settings.previews().most(), queueSettings.threads());
    JobServices services =
        new JobServices(store, datasets, queueSettings, sweeps, bulkhead, metrics);
    try {
      ServerModule module =
          new ServerModule(store, services, datasets, queueSettings, settings, metrics);
      Javalin javalin = Javalin.create(module::configure);
      listen(javalin, settings);
      module.begin();
      return new Server(javalin, module, settings);
    } catch (RuntimeException e) {
      services.close();
      throw e;
    }
  }

  private static void listen(Javalin javalin, ServerSettings settings) {
    try {
      javalin.start();
    } catch (JavalinBindException e) {
      throw new StartRefusedException(
          "cannot listen on "
              + settings.address().host()
              + " port "
              + settings.address().port()
              + ": "
              + reason(e));
    }
  }

  /** The operating system's message; Javalin reports every bind failure as a port in use. */
  private static String reason(Throwable failure) {
    Throwable first = failure;
    while (first.getCause() != null) {
      first = first.getCause();
    }
    return String.valueOf(first.getMessage());
  }

  /** The port on which the server listens. */
  public int port() {
    return javalin.port();
  }

  /** The bulkhead for previews. */
  PreviewBulkhead previews() {
    return module.previews();
  }

  /** Every route of the API as {@code METHOD path}. */
  public List<String> routes() {
    return module.routes();
  }

  @Override
  public void close() {
    module.closeDoors();
    awaitQuiet(settings.timeouts().grace());
    module.closeJobs();
    awaitQuiet(Duration.ofSeconds(1));
    javalin.stop();
    module.close();
  }

  private void awaitQuiet(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      while (module.isBusy() && System.nanoTime() < end) {
        Thread.sleep(PAUSE_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
