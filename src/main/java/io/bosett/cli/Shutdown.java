package io.bosett.cli;

import io.bosett.documents.AtomicFile;
import io.bosett.service.Solvers;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Ends the process in a fixed order on one thread, whatever the cause: the service with its solves
 * ({@code JobQueue.close}), then the processes of solvers, then half-written files. Separate
 * shutdown hooks would run concurrently, and a solve would take the end of its solver's process for
 * a crash.
 */
final class Shutdown {
  private static final List<Runnable> SERVICES = new CopyOnWriteArrayList<>();
  private static volatile boolean begun;
  private static volatile boolean done;

  private Shutdown() {}

  /** Has it run when this process ends. */
  static void install(PrintStream err) {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> run(err), "stop"));
  }

  /** Adds a service that is to be closed first. */
  static void serving(Runnable close) {
    SERVICES.add(close);
  }

  /** Says that the command has come to its end by itself. */
  static void commandDone() {
    done = true;
  }

  /** Whether the process ends: what fails from then on fails because of that. */
  static boolean hasBegun() {
    return begun;
  }

  private static void run(PrintStream err) {
    if (!done) {
      begun = true;
      err.println(
          SERVICES.isEmpty() ? "bosett: told to stop, and ends unfinished" : "bosett: stopping");
    }
    try {
      SERVICES.forEach(Runnable::run);
    } finally {
      endChildrenAndFiles();
    }
  }

  /** For an end at once, without the order. */
  static void endChildrenAndFiles() {
    begun |= !done;
    Solvers.close();
    AtomicFile.abandonAll();
  }
}
