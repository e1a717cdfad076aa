package io.bosett.http.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Debian's nginx on a free port of loopback, before a service; without it tests are skipped. */
final class Nginx implements AutoCloseable {
  private static final List<Path> PLACES =
      Stream.of("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx")
          .map(Path::of)
          .toList();
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Process process;
  private final int port;

  private Nginx(Process process, int port) {
    this.process = process;
    this.port = port;
  }

  /** Whether there is one; says so when there is none. */
  static boolean isThere() {
    boolean there = PLACES.stream().anyMatch(Files::isExecutable);
    if (!there) {
      System.err.println("no nginx here: the service is not tested behind a real proxy");
    }
    return there;
  }

  /**
   * Starts it.
   *
   * @param folder for its configuration and temporary files
   * @param locations of its configuration
   */
  static Nginx start(Path folder, String locations) throws IOException, InterruptedException {
    Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
    int port = free();
    Path configuration = folder.resolve("nginx.conf");
    Files.writeString(configuration, configuration(folder, port, locations));
    Process process =
        new ProcessBuilder(program.toString(), "-c", configuration.toString(), "-p", "" + folder)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("output").toFile())
            .start();
    Nginx nginx = new Nginx(process, port);
    nginx.awaitListening(folder);
    return nginx;
  }

  private static String configuration(Path folder, int port, String locations) {
    StringBuilder temporary = new StringBuilder();
    for (String kind : List.of("client_body", "proxy", "fastcgi", "uwsgi", "scgi")) {
      temporary.append(kind).append("_temp_path ").append(folder.resolve(kind)).append(";\n");
    }
    return """
        daemon off;
        master_process off;
        pid %1$s/pid;
        error_log %1$s/error.log;
        events { worker_connections 128; }
        http {
          access_log off;
          %2$s
          gzip on;
          gzip_types *;
          gzip_min_length 1;
          gzip_proxied any;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header Connection "";
          proxy_set_header Accept-Encoding "";
          proxy_buffering off;
          server {
            listen 127.0.0.1:%3$d;
            %4$s
          }
        }
        """
        .formatted(folder, temporary, port, locations);
  }

  private static int free() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }

  private void awaitListening(Path folder) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!listens()) {
      if (!process.isAlive() || System.nanoTime() > end) {
        process.destroyForcibly();
        throw new IOException("nginx: " + Files.readString(folder.resolve("output")));
      }
      Thread.sleep(20);
    }
  }

  private boolean listens() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  int port() {
    return port;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
