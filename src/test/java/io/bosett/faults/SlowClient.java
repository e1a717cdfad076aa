package io.bosett.faults;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A slow or broken client: slow loris, slow POST, one that never reads, one that vanishes. */
final class SlowClient implements AutoCloseable {
  /** The ways of being slow. */
  enum Manner {
    /** Connects and says nothing. */
    SILENT,
    /** A header without end, byte by byte. */
    HEADERS,
    /** Half of a header and then nothing. */
    HALF_OF_A_HEADER,
    /** Announces a document and sends it byte by byte. */
    BODY,
    /** Announces a document, sends half of it and then nothing. */
    HALF_OF_A_BODY,
    /** Asks for much, many times over, and reads none of it. */
    DEAF,
    /** Is gone in the midst of a request, without a farewell. */
    VANISHED
  }

  private static final int REQUESTS = 400;

  private final Socket socket;
  private final Manner manner;
  private final byte[] trickle;
  private int sent;
  private boolean broken;

  private SlowClient(Socket socket, Manner manner, byte[] trickle) {
    this.socket = socket;
    this.manner = manner;
    this.trickle = trickle;
  }

  static SlowClient connect(URI service, Manner manner) throws IOException {
    Socket socket = new Socket();
    if (manner == Manner.DEAF) {
      socket.setReceiveBufferSize(4_096);
    }
    socket.connect(new java.net.InetSocketAddress(service.getHost(), service.getPort()), 10_000);
    SlowClient client = new SlowClient(socket, manner, trickle(service, manner));
    client.begin(service);
    return client;
  }

  private static byte[] trickle(URI service, Manner manner) {
    return switch (manner) {
      case HEADERS -> bytes(head("GET", service) + "X-Slow: " + "a".repeat(4_000));
      case BODY -> Letters.letter();
      default -> new byte[0];
    };
  }

  private static String head(String method, URI service) {
    return method + " /v1/allocations HTTP/1.1\r\nHost: " + service.getAuthority() + "\r\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private void begin(URI service) throws IOException {
    byte[] letter = Letters.letter();
    byte[] post =
        bytes(
            head("POST", service)
                + "Content-Type: application/json\r\nContent-Length: "
                + letter.length
                + "\r\n\r\n");
    OutputStream out = socket.getOutputStream();
    switch (manner) {
      case HALF_OF_A_HEADER -> out.write(bytes("POST /v1/allo"));
      case BODY -> out.write(post);
      case HALF_OF_A_BODY -> {
        out.write(post);
        out.write(Arrays.copyOf(letter, letter.length / 2));
      }
      case DEAF -> demand(service);
      case VANISHED -> {
        out.write(post);
        socket.setSoLinger(true, 0);
        socket.close();
        broken = true;
      }
      default -> {
        // The trickle is all that comes.
      }
    }
  }

  /** Writes until the service takes no more; the service must not wait for the client. */
  private void demand(URI service) {
    String one =
        "GET /v1/datasets/norway-2018/municipalities HTTP/1.1\r\nHost: "
            + service.getAuthority()
            + "\r\n\r\n";
    Thread writer =
        new Thread(
            () -> {
              try {
                socket.getOutputStream().write(bytes(one.repeat(REQUESTS)));
              } catch (IOException e) {
                // The connection was closed, as it should be.
              }
            });
    writer.setDaemon(true);
    writer.start();
  }

  /** Sends one more byte, if its manner is slow sending and it is still connected. */
  void goOn() {
    if (sent < trickle.length && !broken) {
      try {
        socket.getOutputStream().write(trickle[sent++]);
      } catch (IOException e) {
        broken = true;
      }
    }
  }

  Manner manner() {
    return manner;
  }

  /** Whether the service has closed the connection, which shows when all that it sent is read. */
  boolean isThrownOut() {
    if (broken) {
      return true;
    }
    try {
      InputStream in = socket.getInputStream();
      // Short, as a thousand clients are checked in turn, and well-behaved ones wait meanwhile.
      socket.setSoTimeout(1);
      byte[] some = new byte[1 << 16];
      for (long read = 0; read < 1L << 20; ) {
        int n = in.read(some);
        if (n < 0) {
          broken = true;
          return true;
        }
        read += n;
      }
      return false;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      broken = true;
      return true;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      broken = true;
    }
  }
}
