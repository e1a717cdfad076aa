package io.bosett.http;

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

  SmallBodies() {
    super(new RetainedContentLoaderFactory(MOST, FRAMING, false));
  }

  @Override
  protected boolean onConditionsMet(Request request, Response response, Callback callback)
      throws Exception {
    long length = request.getLength();
    return length > 0 && length <= MOST
        ? super.onConditionsMet(request, response, callback)
        : nextHandler(request, response, callback);
  }
}
