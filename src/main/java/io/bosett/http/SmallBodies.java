package io.bosett.http;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.util.Callback;

/**
 * Waits for small bodies without a thread, so that clients that send a few bytes and then nothing hold
 * none. Larger ones are read by the route, which refuses first what it would refuse anyway.
 */
final class SmallBodies extends EagerContentHandler {
  private static final int MOST = 1 << 16;
  private static final int FRAMING = 64;

  private final long longest;

  /** @param longest that a body may take to arrive */
  SmallBodies(Duration longest) {
    super(new RetainedContentLoaderFactory(MOST, FRAMING, false));
    this.longest = longest.toNanos();
  }

  @Override
  protected boolean onConditionsMet(Request request, Response response, Callback callback)
      throws Exception {
    long length = request.getLength();
    return length > 0 && length <= MOST
        ? super.onConditionsMet(new Impatient(request), response, callback)
        : nextHandler(request, response, callback);
  }

  /**
   * A request whose body fails for good when it does not arrive in time. That the connection was idle
   * for too long comes as a failure that may pass, after which the handler above would listen on; and
   * with a byte now and then it is never idle.
   */
  private final class Impatient extends Request.Wrapper {
    private final long begun = System.nanoTime();

    Impatient(Request wrapped) {
      super(wrapped);
    }

    @Override
    public Content.Chunk read() {
      Content.Chunk chunk = super.read();
      if (Content.Chunk.isFailure(chunk, false)) {
        return Content.Chunk.from(chunk.getFailure(), true);
      } else if (chunk != null && !chunk.isLast() && System.nanoTime() - begun > longest) {
        chunk.release();
        return Content.Chunk.from(new TimeoutException("the body did not arrive in time"), true);
      }
      return chunk;
    }
  }
}
