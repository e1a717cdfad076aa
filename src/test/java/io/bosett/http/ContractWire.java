package io.bosett.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * A raw connection that sends any bytes, also invalid HTTP, and reads responses by the rules of
 * HTTP/1.1. A response that does not come in time is a {@link java.net.SocketTimeoutException}.
 */
final class ContractWire implements AutoCloseable {
  private static final int LONGEST_LINE = 64 * 1024;

  private final Socket socket;
  private final InputStream in;

  private ContractWire(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
  }

  /** Connects to a port of loopback; every wait for bytes is bounded. */
  static ContractWire to(int port, int deadlineMillis) throws IOException {
    Socket socket = new Socket();
    socket.setTcpNoDelay(true);
    socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), deadlineMillis);
    socket.setSoTimeout(deadlineMillis);
    return new ContractWire(socket);
  }

  /** Sends bytes as they are. A server that has answered and hung up already may refuse them. */
  void send(byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException answeredBefore) {
      // The response, if there is one, says why.
    }
  }

  /** Says that nothing more will be sent. */
  void end() throws IOException {
    try {
      socket.shutdownOutput();
    } catch (SocketException closedAlready) {
      // As above.
    }
  }

  /**
   * Reads the next response that is not an interim one; null when the server hung up without one.
   *
   * @param method of the request, which decides whether there is a body
   */
  @Nullable ContractReply read(String method) throws IOException {
    try {
      while (true) {
        String line = line();
        if (line == null) {
          return null;
        }
        if (!line.matches("HTTP/1\\.[01] [1-5][0-9]{2}( .*)?")) {
          throw new IOException("no status line: " + line);
        }
        int status = Integer.parseInt(line.substring(9, 12));
        HttpHeaders headers = headers();
        if (status >= 200) {
          return reply(method, status, headers);
        }
      }
    } catch (SocketException reset) {
      return null;
    }
  }

  private ContractReply reply(String method, int status, HttpHeaders headers) throws IOException {
    boolean empty = method.equals("HEAD") || status == 204 || status == 304;
    boolean chunked = headers.firstValue("Transfer-Encoding").orElse("").equals("chunked");
    long length = headers.firstValueAsLong("Content-Length").orElse(-1);
    byte[] body;
    if (empty) {
      body = new byte[0];
    } else if (chunked) {
      body = chunks();
    } else {
      body = length >= 0 ? exactly(length) : in.readAllBytes();
    }
    String connection = headers.firstValue("Connection").orElse("").toLowerCase(Locale.ROOT);
    boolean closes = connection.equals("close") || (!empty && !chunked && length < 0);
    boolean zipped = headers.firstValue("Content-Encoding").orElse("").equals("gzip");
    return new ContractReply(status, headers, zipped && !empty ? unzipped(body) : body, closes);
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (GZIPInputStream unzipped = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return unzipped.readAllBytes();
    }
  }

  private HttpHeaders headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (colon <= 0) {
        throw new IOException("no header: " + line);
      }
      headers
          .computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(headers, (name, value) -> true);
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      String size = line();
      if (size == null) {
        throw new EOFException("the body breaks off between chunks");
      }
      long length = Long.parseLong(size.replaceFirst(";.*", "").strip(), 16);
      if (length == 0) {
        headers();
        return body.toByteArray();
      }
      body.write(exactly(length));
      line();
    }
  }

  private byte[] exactly(long length) throws IOException {
    byte[] bytes = in.readNBytes(Math.toIntExact(length));
    if (bytes.length < length) {
      throw new EOFException("the body breaks off after " + bytes.length + " of " + length);
    }
    return bytes;
  }

  /** Up to the end of the line, or null at the end of the stream. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        return line.size() == 0 ? null : line.toString(ISO_8859_1);
      }
      line.write(c);
      if (line.size() > LONGEST_LINE) {
        throw new IOException("a line of more than " + LONGEST_LINE + " bytes");
      }
    }
    return line.toString(ISO_8859_1).replaceFirst("\r$", "");
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
