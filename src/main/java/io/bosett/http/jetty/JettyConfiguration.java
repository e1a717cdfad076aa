package io.bosett.http.jetty;

import io.bosett.http.protocol.Responses;
import io.bosett.http.settings.ServerSettings;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Configures Jetty: the thread pool, and limits on connections, header sizes, idle time and send
 * buffers.
 */
public final class JettyConfiguration {
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int LEAST_THREADS = 8;
  private static final int BACKLOG = 1024;

  /**
   * Send buffer of a socket; it bounds what the operating system holds for a client that does not
   * read.
   */
  private static final int SEND_BYTES = 1 << 17;

  /**
   * Buffers that belong to one connection and are never handed to another. Jetty answers malformed
   * HTTP on a second thread while the first still holds the connection, and now and then both
   * release its buffer; from a pool such a buffer then serves two connections at once, and a sound
   * request beside it was carried out and answered twice.
   */
  private static final ByteBufferPool UNSHARED_BUFFERS = new ByteBufferPool.NonPooling();

  /** As many acceptors and selectors as Jetty thinks right. */
  private static final int DEFAULT_COUNT = -1;

  private static final int THREAD_IDLE_MILLIS = 60_000;
  private static final Duration SLOW_CLIENT_TIMEOUT = Duration.ofSeconds(20);

  private final ServerSettings settings;
  private final RequestFilter requestFilter;
  private final JettyErrorHandler problems;
  private final QueuedThreadPool pool;
  private final SlowHeaderGuard slowHeaderGuard = new SlowHeaderGuard(SLOW_CLIENT_TIMEOUT);

  public JettyConfiguration(
      ServerSettings settings, RequestFilter requestFilter, JettyErrorHandler problems) {
    this.settings = settings;
    this.requestFilter = requestFilter;
    this.problems = problems;
    pool = pool(settings.connections().threads());
  }

  /** The executor that serves requests. */
  public Executor executor() {
    return pool;
  }

  public void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.defaultContentType = Responses.JSON;
    config.http.maxRequestSize = Long.MAX_VALUE;
    config.http.compressionStrategy = CompressionStrategy.GZIP;
    config.router.caseInsensitiveRoutes = false;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.threadPool = pool;
    config.jetty.modifyServer(this::server);
    config.jetty.modifyHttpConfiguration(JettyConfiguration::http);
    config.jetty.addConnector(this::connector);
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
  }

  private static QueuedThreadPool pool(int threads) {
    QueuedThreadPool pool =
        new QueuedThreadPool(threads, Math.min(LEAST_THREADS, threads), THREAD_IDLE_MILLIS);
    pool.setName("http");
    return pool;
  }

  private void server(Server server) {
    server.insertHandler(new BodyPrefetcher(SLOW_CLIENT_TIMEOUT));
    server.insertHandler(requestFilter);
    server.insertHandler(slowHeaderGuard);
    server.setErrorHandler(problems);
    server.addBean(new NetworkConnectionLimit(settings.connections().open(), server));
    server.setStopTimeout(0);
  }

  private static void http(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
    http.setUseInputDirectByteBuffers(false); // cheap to make, and left to the garbage collector
    http.setUseOutputDirectByteBuffers(false);
    http.setUriCompliance(UriCompliance.DEFAULT);
  }

  private ServerConnector connector(Server server, HttpConfiguration http) {
    ServerConnector connector =
        new ServerConnector(
            server,
            null,
            null,
            UNSHARED_BUFFERS,
            DEFAULT_COUNT,
            DEFAULT_COUNT,
            new MethodTrackingConnection.Factory(http));
    connector.setHost(settings.address().host());
    connector.setPort(settings.address().port());
    connector.setAcceptQueueSize(BACKLOG);
    connector.setIdleTimeout(settings.timeouts().idle().toMillis());
    connector.setAcceptedSendBufferSize(SEND_BYTES);
    connector.addBean(slowHeaderGuard, false);
    return connector;
  }
}
