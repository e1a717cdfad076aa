package io.bosett.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/** A raw connection, for requests that no client library sends. */
public final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  public Wire(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setSoTimeout(PATIENCE_MILLIS);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends a request and gives all that comes until the server closes. */
  public static String exchange(int port, String request) {
    try (Wire wire = new Wire(port)) {
      wire.send(request);
      return wire.rest();
    }
  }

  public void send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What comes until the server closes. */
  public String rest() {
    try {
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The header of a response, and what of its body has arrived with it. */
  public String header() {
    StringBuilder text = new StringBuilder();
    byte[] buffer = new byte[1 << 14];
    try {
      while (text.indexOf("\r\n\r\n") < 0) {
        int count = in().read(buffer);
        if (count < 0) {
          break;
        }
        text.append(new String(buffer, 0, count, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** The next line, if it begins in time. */
  Optional<String> lineWithin(Duration time) throws IOException {
    socket.setSoTimeout((int) time.toMillis());
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in().read(); c >= 0 && c != '\n'; c = in().read()) {
        socket.setSoTimeout(PATIENCE_MILLIS);
        line.append((char) c);
      }
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    }
    return Optional.of(line.toString().strip());
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
