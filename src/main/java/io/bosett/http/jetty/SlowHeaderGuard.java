package io.bosett.http.jetty;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.jspecify.annotations.Nullable;

/**
 * The guard against slow loris attacks: closes connections whose request header does not arrive
 * within a fixed time. The idle timeout alone does not suffice, as every byte restarts it. {@link
 * BodyPrefetcher} and {@link io.bosett.http.protocol.RequestBodies} limit slow bodies.
 */
final class SlowHeaderGuard extends Handler.Wrapper implements Connection.Listener {
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final Map<Connection, Arrival> open = new ConcurrentHashMap<>();
  private final long longest;
  private volatile Scheduler.@Nullable Task next;

  /**
   * @param longest total time that a request header may take to arrive
   */
  SlowHeaderGuard(Duration longest) {
    this.longest = longest.toNanos();
  }

  @Override
  public void onOpened(Connection connection) {
    open.put(connection, new Arrival(connection, longest));
  }

  @Override
  public void onClosed(Connection connection) {
    open.remove(connection);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    Arrival arrival = open.get(request.getConnectionMetaData().getConnection());
    if (arrival != null) {
      arrival.arrived(true);
      Request.addCompletionListener(request, failure -> arrival.arrived(false));
    }
    return super.handle(request, response, callback);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    schedule();
  }

  private void schedule() {
    next = getServer().getScheduler().schedule(this::look, LOOK.toSeconds(), TimeUnit.SECONDS);
  }

  private void look() {
    long now = System.nanoTime();
    open.values().forEach(arrival -> arrival.look(now));
    if (isRunning()) {
      schedule();
    }
  }

  @Override
  protected void doStop() throws Exception {
    Scheduler.Task task = next;
    if (task != null) {
      task.cancel();
    }
    super.doStop();
  }

  /** A request header that is arriving on a connection, or none. */
  private static final class Arrival {
    private final Connection connection;
    private final long longest;
    private volatile boolean arrived;
    private long bytes;
    private long answered;
    private long since = System.nanoTime();

    Arrival(Connection connection, long longest) {
      this.connection = connection;
      this.longest = longest;
    }

    void arrived(boolean now) {
      arrived = now;
    }

    /** Checks the deadline; called by one thread at a time. */
    void look(long now) {
      boolean moved = connection.getMessagesOut() != answered;
      if (arrived || moved || connection.getBytesIn() == bytes) {
        answered = connection.getMessagesOut();
        bytes = connection.getBytesIn();
        since = now;
      } else if (now - since > longest) {
        connection.getEndPoint().close(new TimeoutException("the request did not arrive"));
      }
    }
  }
}
