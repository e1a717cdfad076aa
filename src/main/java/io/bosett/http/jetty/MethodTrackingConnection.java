package io.bosett.http.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * A connection that knows {@code HEAD} of a request that cannot be parsed. Jetty calls the method
 * of such a request {@code BAD}, and would answer {@code HEAD} with a body, which the client takes
 * for the next response.
 */
final class MethodTrackingConnection extends HttpConnection {
  /** The method that Jetty gives to a request that cannot be parsed. */
  private static final String UNPARSED = "BAD";

  /** Set while the superclass is constructed, so it has no initializer. */
  private HttpConnection.@Nullable RequestHandler requestHandler;

  private MethodTrackingConnection(
      HttpConfiguration configuration, Connector connector, EndPoint endPoint) {
    super(configuration, connector, endPoint);
  }

  @Override
  protected HttpConnection.RequestHandler newRequestHandler() {
    HttpConnection.RequestHandler made = super.newRequestHandler();
    requestHandler = made;
    return made;
  }

  @Override
  protected HttpParser newHttpParser(HttpCompliance compliance) {
    HttpConfiguration configuration = getHttpConfiguration();
    HttpParser parser =
        new Parser(
            Objects.requireNonNull(requestHandler),
            configuration.getRequestHeaderSize(),
            compliance);
    parser.setHeaderCacheSize(configuration.getHeaderCacheSize());
    parser.setHeaderCacheCaseSensitive(configuration.isHeaderCacheCaseSensitive());
    return parser;
  }

  @Override
  protected HttpStreamOverHTTP1 newHttpStream(String method, String uri, HttpVersion version) {
    boolean head =
        method.equals(UNPARSED) && getParser() instanceof Parser parser && parser.isHead();
    return super.newHttpStream(head ? HttpMethod.HEAD.asString() : method, uri, version);
  }

  /**
   * A parser that keeps the start of each request line. It looks at what the parser is about to
   * read, so that neither a request before it on the connection, nor empty lines, nor the borders
   * of packets make a difference.
   */
  private static final class Parser extends HttpParser {
    private static final String HEAD = HttpMethod.HEAD.asString();

    private final byte[] line = new byte[HEAD.length() + 1];
    private int known;

    Parser(HttpParser.RequestHandler handler, int headerBytes, HttpCompliance compliance) {
      super(handler, headerBytes, compliance);
    }

    @Override
    public boolean parseNext(ByteBuffer buffer) {
      if (isState(State.START)) {
        known = 0;
      }
      if (isState(State.START) || isState(State.METHOD)) {
        keep(buffer);
      }
      return super.parseNext(buffer);
    }

    private void keep(ByteBuffer buffer) {
      for (int i = buffer.position(); i < buffer.limit() && known < line.length; i++) {
        byte next = buffer.get(i);
        boolean emptyLine = known == 0 && (next == '\r' || next == '\n');
        if (!emptyLine) {
          line[known++] = next;
        }
      }
    }

    boolean isHead() {
      String start = new String(line, 0, known, StandardCharsets.ISO_8859_1);
      return start.startsWith(HEAD) && (known == HEAD.length() || start.charAt(known - 1) <= ' ');
    }
  }

  /** Makes these connections. */
  static final class Factory extends HttpConnectionFactory {
    Factory(HttpConfiguration configuration) {
      super(configuration);
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
      HttpConnection connection =
          new MethodTrackingConnection(getHttpConfiguration(), connector, endPoint);
      connection.setTransferEncodingChunkMaxLength(getTransferEncodingChunkMaxLength());
      return configure(connection, connector, endPoint);
    }
  }
}
