package io.bosett.http.jetty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ManagedSelector;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A connection that remembers how its latest request begins. Of a request line that it cannot parse
 * Jetty does not keep the method, and without it {@code HEAD} would be answered with a body.
 */
final class MethodPeek extends SocketChannelEndPoint {
  private static final String HEAD = HttpMethod.HEAD.asString() + " ";

  private final byte[] start = new byte[HEAD.length()];
  private int known;
  private long requests;

  MethodPeek(
      SocketChannel channel, ManagedSelector selector, SelectionKey key, Scheduler scheduler) {
    super(channel, selector, key, scheduler);
  }

  /** Whether the request is {@code HEAD}, also one that could not be parsed. */
  static boolean isHead(Request request) {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    return HttpMethod.HEAD.is(request.getMethod())
        || (connection instanceof MethodPeek peek && peek.isHead());
  }

  private boolean isHead() {
    return new String(start, 0, known, StandardCharsets.ISO_8859_1).equals(HEAD);
  }

  @Override
  public int fill(ByteBuffer buffer) throws IOException {
    Connection connection = getConnection();
    if (connection != null && connection.getMessagesIn() != requests) {
      requests = connection.getMessagesIn();
      known = 0;
    }
    int count = super.fill(buffer);
    int from = buffer.limit() - Math.max(0, count);
    for (int i = from; i < buffer.limit() && known < start.length; i++) {
      start[known++] = buffer.get(i);
    }
    return count;
  }
}
