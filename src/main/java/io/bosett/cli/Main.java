package io.bosett.cli;

/** The entry point: {@code bosett COMMAND …}. */
public final class Main {
  private Main() {}

  /** Runs a command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    Streams streams = Streams.ofProcess();
    Shutdown.install(streams.err());
    int code = Bosett.run(streams, arguments);
    Shutdown.commandDone();
    System.exit(code);
  }
}
