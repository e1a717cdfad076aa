package io.bosett.cli;

import io.bosett.common.DaemonThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Training run for the class-data archive of the service: runs a command line of {@code serve} on a
 * free port of loopback, has it answer its page and the demo letter over HTTP, and ends. The
 * launcher runs it once for each build, and Java writes the archive at its end.
 */
public final class Rehearsal {
  private static final int LETTERS = 40;
  private static final int READ_MILLIS = 20_000;
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final InetSocketAddress address;
  private final long end = System.nanoTime() + LONGEST.toNanos();

  private Rehearsal(InetSocketAddress address) {
    this.address = address;
  }

  /**
   * Exits with 0 when all was answered.
   *
   * @param args a command line of {@code serve}, without its address
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    int port;
    try (ServerSocket free = new ServerSocket(0, 1, loopback)) {
      port = free.getLocalPort();
    }
    List<String> command = new ArrayList<>(List.of(args));
    command.addAll(List.of("--host", loopback.getHostAddress(), "--port", port + ""));
    DaemonThreads.of("service", () -> Main.main(command.toArray(String[]::new))).start();
    DaemonThreads.of("limit", Rehearsal::haltLate).start();
    boolean answered = new Rehearsal(new InetSocketAddress(loopback, port)).run();
    System.exit(answered ? ExitCode.DONE : ExitCode.DEFECT);
  }

  /** A process that does not end by itself would keep the launcher waiting. */
  private static void haltLate() {
    try {
      Thread.sleep(LONGEST.multipliedBy(2).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.DEFECT);
  }

  private boolean run() throws IOException, InterruptedException {
    while (!get("/health/ready")) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
    boolean answered = get("/") && get("/v1/datasets") && get("/metrics");
    byte[] letter = DemoLetter.read();
    for (int i = 0; i < LETTERS && answered && System.nanoTime() < end; i++) {
      answered =
          ask("POST /v1/allocations", "Prefer: wait=10\r\nContent-Type: application/json", letter);
    }
    return answered;
  }

  private boolean get(String path) {
    return ask("GET " + path, "Accept: */*", new byte[0]);
  }

  /** Whether a request is answered with 2xx; false also when nobody listens yet. */
  private boolean ask(String what, String headers, byte[] body) {
    String head =
        what
            + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + headers
            + "\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = new Socket()) {
      socket.setSoTimeout(READ_MILLIS);
      socket.connect(address, READ_MILLIS);
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(body);
      byte[] answer = socket.getInputStream().readAllBytes();
      return new String(answer, StandardCharsets.ISO_8859_1).startsWith("HTTP/1.1 2");
    } catch (IOException e) {
      return false;
    }
  }
}
