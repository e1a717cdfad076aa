package io.bosett.http;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An HTTP client with a keep-alive connection. Not thread-safe. */
final class ContractSession implements AutoCloseable {
  /** Long after every answer must be there: the longest wait of the tests is a few seconds. */
  private static final int DEADLINE_MILLIS = 30_000;

  /** What may end a request elsewhere than where its body ends. */
  private static final Set<String> FRAMING =
      Set.of("content-length", "transfer-encoding", "expect", "upgrade", "connection");

  private final int port;
  private @Nullable ContractWire wire;

  ContractSession(int port) {
    this.port = port;
  }

  /**
   * Sends a request and reads its answer; null when the server hung up without one.
   *
   * @throws java.net.SocketTimeoutException when it does not come in time
   */
  @Nullable ContractReply ask(ContractRequest request) throws IOException {
    boolean alone =
        request.headers().stream()
                .anyMatch(one -> FRAMING.contains(one.name().toLowerCase(Locale.ROOT)))
            || request.method().equals("CONNECT");
    if (alone) {
      return ask(request.bytes(), request.method());
    }
    boolean fresh = wire == null;
    ContractReply reply = askOnce(request);
    // A connection that was kept may have been ended by the server meanwhile.
    return reply == null && !fresh ? askOnce(request) : reply;
  }

  /** Sends bytes over a connection of their own, and says that there are no more. */
  @Nullable ContractReply ask(byte[] bytes, String method) throws IOException {
    try (ContractWire alone = ContractWire.to(port, DEADLINE_MILLIS)) {
      alone.send(bytes);
      alone.end();
      return alone.read(method);
    }
  }

  private @Nullable ContractReply askOnce(ContractRequest request) throws IOException {
    ContractWire open = wire == null ? ContractWire.to(port, DEADLINE_MILLIS) : wire;
    wire = open;
    open.send(request.bytes());
    try {
      ContractReply reply = open.read(request.method());
      if (reply == null || reply.closes()) {
        close();
      }
      return reply;
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  @Override
  public void close() throws IOException {
    if (wire != null) {
      wire.close();
      wire = null;
    }
  }
}
