package io.bosett.http.jetty;

import io.bosett.http.problem.ProblemDocument;
import io.bosett.http.problem.ProblemTypes;
import io.bosett.http.protocol.ProblemResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;

/**
 * Prefetches small request bodies asynchronously, before a thread is taken, so that clients that
 * send a few bytes and stall (slow POST) hold no thread. Larger bodies, and those without a length,
 * are read by the route, which first makes its cheap checks.
 */
final class BodyPrefetcher extends Handler.Wrapper {
  private static final int MOST = 1 << 16;

  private final long longest;

  /**
   * @param longest total time that a body may take to arrive
   */
  BodyPrefetcher(Duration longest) {
    this.longest = longest.toNanos();
  }

  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // what follows answers the request in any case
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    long length = request.getLength();
    if (length <= 0 || length > MOST) {
      return super.handle(request, response, callback);
    }
    Body body = new Body();
    Content.Source.asByteArrayAsync(new Arriving(request, longest), MOST, body);
    if (body.isDone() && !body.isCompletedExceptionally()) {
      return super.handle(new Arrived(request, body.join()), response, callback);
    }
    body.whenCompleteAsync(
        (bytes, failure) -> {
          if (failure == null) {
            goOn(new Arrived(request, bytes), response, callback);
          } else {
            ProblemDocument problemDocument =
                failure instanceof TimeoutException
                    ? ProblemTypes.tooSlow()
                    : ProblemTypes.ofServer(400, "the body did not arrive");
            ProblemResponse.write(problemDocument, request, response, callback);
          }
        },
        getServer().getThreadPool());
    return true;
  }

  private void goOn(Request request, Response response, Callback callback) {
    try {
      if (!super.handle(request, response, callback)) {
        ProblemResponse.write(ProblemTypes.noSuchPath(), request, response, callback);
      }
    } catch (Throwable e) {
      Response.writeError(request, response, callback, e);
    }
  }

  /** Completes when the whole body has arrived, on the thread that brought its last part. */
  private static final class Body extends CompletableFuture<byte[]>
      implements Promise.Invocable<byte[]> {
    @Override
    public void succeeded(byte[] bytes) {
      complete(bytes);
    }

    @Override
    public void failed(Throwable failure) {
      completeExceptionally(failure);
    }

    @Override
    public InvocationType getInvocationType() {
      return InvocationType.NON_BLOCKING;
    }
  }

  /**
   * A request whose body is still arriving. A client that sends single bytes never counts as idle,
   * so the total time is limited as well.
   */
  private static final class Arriving extends Request.Wrapper {
    private final long longest;
    private final long begun = System.nanoTime();

    Arriving(Request request, long longest) {
      super(request);
      this.longest = longest;
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (chunk == null || chunk.isLast() || System.nanoTime() - begun <= longest) {
        return chunk;
      }
      chunk.release();
      return Content.Chunk.from(new TimeoutException("the body did not arrive in time"), true);
    }
  }

  /** A request whose body is in memory. */
  private static final class Arrived extends Request.Wrapper {
    private final Content.Source body;

    Arrived(Request request, byte[] bytes) {
      super(request);
      body = Content.Source.from(ByteBuffer.wrap(bytes));
    }

    @Override
    public long getLength() {
      return body.getLength();
    }

    @Override
    public Content.Chunk read() {
      return body.read();
    }

    @Override
    public void demand(Runnable available) {
      body.demand(available);
    }

    @Override
    public void fail(Throwable failure) {
      body.fail(failure);
    }

    @Override
    public boolean consumeAvailable() {
      body.fail(new AbandonedBodyException());
      return super.consumeAvailable();
    }
  }

  /** What reading on gets after the response; every request makes one, so it has no stack trace. */
  private static final class AbandonedBodyException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    AbandonedBodyException() {
      super("nobody reads on");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
