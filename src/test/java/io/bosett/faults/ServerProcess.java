package io.bosett.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A service in a process of its own, on a free port of the loopback interface. */
public final class ServerProcess implements AutoCloseable {
  private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
  private static final int START_SECONDS = 60;
  private static final int STOP_SECONDS = 30;

  private final Process process;
  private final Path log;
  private final CompletableFuture<URI> address = new CompletableFuture<>();
  private final Thread hook = new Thread(this::end);

  private ServerProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
    Thread reader = new Thread(this::read, "server-" + process.pid());
    reader.setDaemon(true);
    reader.start();
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /**
   * Starts a service and waits until it says where it is.
   *
   * @param folder of its output
   * @param java options of the virtual machine
   * @param options of the command {@code serve}, beside the port
   */
  public static ServerProcess start(Path folder, List<String> java, List<String> options)
      throws IOException {
    Files.createDirectories(folder);
    Path log = Files.createTempFile(folder, "server-", ".log");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(java);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of("io.bosett.cli.Main", "serve", "--port", "0"));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    ServerProcess server = new ServerProcess(builder.start(), log);
    server.awaitAddress();
    return server;
  }

  private void read() {
    try (BufferedReader said = process.inputReader();
        PrintStream out = new PrintStream(Files.newOutputStream(log), true, UTF_8)) {
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        out.println(line);
        Matcher found = ADDRESS.matcher(line);
        if (found.find()) {
          address.complete(URI.create(found.group()));
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The process is gone, and with it the pipe.
    }
    address.completeExceptionally(new IOException("it ended"));
  }

  private static final java.nio.charset.Charset UTF_8 = StandardCharsets.UTF_8;

  private void awaitAddress() throws IOException {
    try {
      address.get(START_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      close();
      throw new IOException("the service did not start:\n" + said(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
      throw new IOException("interrupted", e);
    }
  }

  /** Where it listens. */
  public URI address() {
    return address.join();
  }

  /** Its process id. */
  public long pid() {
    return process.pid();
  }

  /** Whether it runs. */
  public boolean isAlive() {
    return process.isAlive();
  }

  /** The processes that it has started and that run. */
  public List<ProcessHandle> children() {
    return process.descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** All that it has said. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends it at once, as {@code kill -9} does, and waits until it is gone. */
  public void kill() {
    process.destroyForcibly();
    process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
  }

  /** Asks it to end, and says with what exit code it did. */
  public int stop() {
    process.destroy();
    process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    return process.exitValue();
  }

  /** Waits until it has ended by itself, and says with what exit code. */
  public int awaitEnd() {
    process.onExit().orTimeout(2L * STOP_SECONDS, TimeUnit.SECONDS).join();
    return process.exitValue();
  }

  private void end() {
    List<ProcessHandle> all =
        Stream.concat(process.descendants(), Stream.of(process.toHandle())).toList();
    all.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends it and all that it has started. */
  @Override
  public void close() {
    if (process.isAlive()) {
      end();
      process.onExit().orTimeout(STOP_SECONDS, TimeUnit.SECONDS).join();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // This process is ending itself, and the hook runs.
    }
  }
}
