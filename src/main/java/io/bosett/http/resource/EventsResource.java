package io.bosett.http.resource;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ContentNegotiation;
import io.bosett.http.protocol.Links;
import io.bosett.http.protocol.Responses;
import io.bosett.http.protocol.Routes;
import io.bosett.store.KeptJob;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code …/{id}/events}: the progress of a job as server-sent events. */
public final class EventsResource {
  private static final Logger LOG = LoggerFactory.getLogger(EventsResource.class);
  private static final String MEDIA_TYPE = "text/event-stream";
  private static final Pattern ID = Pattern.compile("[0-9]{1,19}");

  private final int most;
  private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();

  /**
   * @param most readers at the same time, of all kinds of jobs; further ones get 503
   */
  public EventsResource(int most) {
    this.most = most;
  }

  /** Adds the events of one kind of jobs. */
  public void addTo(Routes routes, JobView view) {
    routes.get(view.item() + "/events", Role.READ, ctx -> events(ctx, view));
  }

  /** The number of open event streams. */
  public int readers() {
    return streams.size();
  }

  /** Sends a heartbeat to every reader. */
  public void heartbeat() {
    streams.forEach(EventStream::heartbeat);
  }

  /** Ends all streams. */
  public void close() {
    streams.forEach(EventStream::close);
  }

  private void events(Context ctx, JobView view) {
    ContentNegotiation.best(ctx, List.of(MEDIA_TYPE));
    KeptJob now = view.job(ctx);
    long after = after(ctx);
    if (after == Long.MAX_VALUE && now.state().isEnded()) {
      Responses.empty(ctx);
      return;
    }
    if (streams.size() >= most) {
      throw ProblemTypes.tooManyReaders(most).exception();
    }
    ctx.status(200).contentType(MEDIA_TYPE);
    ctx.header("X-Accel-Buffering", "no");
    if (ctx.req().getMethod().equals("GET")) {
      ctx.future(() -> stream(ctx, view, now.id(), after));
    } else {
      sendHeaders(ctx); // before the end, at which the server would say that the length is 0
    }
  }

  /** The id in {@code Last-Event-ID}; -1 when this service never sent such an id. */
  private static long after(Context ctx) {
    String header = ctx.req().getHeader("Last-Event-ID");
    boolean sent =
        header != null
            && ID.matcher(header).matches()
            && new BigInteger(header).bitLength() < Long.SIZE;
    return sent ? Long.parseLong(header) : -1;
  }

  private CompletableFuture<Void> stream(Context ctx, JobView view, String id, long after) {
    EventStream stream = open(ctx, view);
    AutoCloseable watch = view.jobs().watch(id, after, stream::tell); // first: it may fail
    streams.add(stream);
    CompletableFuture<Void> closed =
        stream
            .closed()
            .whenComplete(
                (nothing, failure) -> {
                  streams.remove(stream);
                  close(watch);
                });
    stream.begin();
    return closed;
  }

  private static void sendHeaders(Context ctx) {
    try {
      ctx.res().flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static EventStream open(Context ctx, JobView view) {
    try {
      return new EventStream(ctx.res().getOutputStream(), Links.of(ctx), view.document());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(AutoCloseable watch) {
    try {
      watch.close();
    } catch (Exception e) {
      LOG.atError().setCause(e).log("an event stream cannot be closed");
    }
  }
}
