package io.bosett.solve.ortools;

import io.bosett.common.DaemonThreads;
import io.bosett.common.ShieldedCommand;
import io.bosett.program.form.MipForm;
import io.bosett.solve.SolveOptions;
import io.bosett.temporary.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A child process, seen from the parent. One solve at a time uses it. {@code ChildSession} decides
 * what follows when it dies or hangs.
 */
final class ChildProcess {
  private final Process process;
  private final TemporaryFolder scratch;
  private final ChildInput in;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile boolean ready;
  private volatile String lastWords = "";
  private int tasks;
  private int highsThreads;

  private ChildProcess(Process process, TemporaryFolder scratch) {
    this.process = process;
    this.scratch = scratch;
    this.in = new ChildInput(process);
    DaemonThreads.of("ortools-" + process.pid(), this::read).start();
  }

  /** An event for the solving thread. */
  sealed interface Event {
    /** The child has sent a message. */
    record Said(ChildAnswer answer) implements Event {}

    /** The child has ended. */
    record Gone() implements Event {}

    /** Somebody wakes the solving thread. */
    record Woken() implements Event {}
  }

  /** Starts a process; it reports when it is ready, and ignores signals that are for the parent. */
  static ChildProcess start() throws IOException {
    TemporaryFolder scratch = TemporaryFolder.make("ortools");
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:ErrorFile=" + scratch.path().resolve("crash.log"),
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.io.tmpdir=" + scratch.path(),
            ChildMain.class.getName());
    try {
      Process process =
          new ProcessBuilder(ShieldedCommand.of(command))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      return new ChildProcess(process, scratch);
    } catch (IOException e) {
      scratch.delete();
      throw e;
    }
  }

  private void read() {
    try (var out = process.getInputStream()) {
      FramedStream.read(out, m -> events.add(new Event.Said(ChildAnswer.read(m))), this::overhear);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
    }
    events.add(new Event.Gone());
  }

  /** What a process says before it is ready is why it does not become so. */
  private void overhear(String line) {
    if (ready) {
      System.err.println(line);
    } else {
      lastWords = lastWords.isEmpty() ? line : lastWords + "; " + line;
    }
  }

  /** What it said that is no answer before it was ready. */
  String lastWords() {
    return lastWords;
  }

  /** Sends a task and returns its number; earlier events are dropped. */
  int send(Backend backend, SolveOptions options, double seconds, MipForm form) {
    events.removeIf(event -> !(event instanceof Event.Gone));
    int number = ++tasks;
    if (backend == Backend.HIGHS) {
      highsThreads = options.workers();
    }
    SolveTask task =
        SolveTask.of(number, backend, options.seed(), options.workers(), seconds, form);
    in.write(
        out -> {
          out.writeByte(ChildMain.TASK);
          task.write(out);
        });
    return number;
  }

  /** Stops a running task; before the task's solver runs this has no effect. */
  void stop(int task) {
    in.write(
        out -> {
          out.writeByte(ChildMain.STOP);
          out.writeInt(task);
        });
  }

  /**
   * Whether an idle child answers a ping: one that somebody has stopped does not, and would only
   * use up the time of whoever waits for it.
   */
  boolean isResponsive(long nanos) {
    events.removeIf(event -> !(event instanceof Event.Gone));
    in.write(out -> out.writeByte(ChildMain.PING));
    long end = System.nanoTime() + nanos;
    for (long left = nanos; left > 0; left = end - System.nanoTime()) {
      Event event = next(left);
      if (event instanceof Event.Said said && said.answer() instanceof ChildAnswer.Alive) {
        return true;
      } else if (event instanceof Event.Gone || Thread.currentThread().isInterrupted()) {
        return false;
      }
    }
    return false;
  }

  /** The next event, or null when the time is up. */
  @Nullable Event next(long nanos) {
    try {
      Event event = events.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
      if (event instanceof Event.Said said && said.answer() instanceof ChildAnswer.Ready) {
        ready = true;
      }
      return event;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Event.Woken();
    }
  }

  /** Makes {@link #next} return. */
  void wake() {
    events.add(new Event.Woken());
  }

  /**
   * Whether it can take a task: HiGHS keeps the number of threads of its first task in a process.
   */
  boolean suits(Backend backend, int workers) {
    return backend != Backend.HIGHS || highsThreads == 0 || highsThreads == workers;
  }

  boolean isReady() {
    return ready;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  int tasks() {
    return tasks;
  }

  long pid() {
    return process.pid();
  }

  /** The exit code, once the process is gone. */
  int exitCode() {
    try {
      return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  /** Kills the process and deletes its files. */
  void kill() {
    process.destroyForcibly();
    exitCode();
    scratch.delete();
    in.close();
  }
}
