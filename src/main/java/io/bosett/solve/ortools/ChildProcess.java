package io.bosett.solve.ortools;

import io.bosett.common.DaemonThreads;
import io.bosett.program.form.MipForm;
import io.bosett.solve.SolveOptions;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process, seen from the parent. One solve at a time uses it. */
final class ChildProcess {
  private final Process process;
  private final Path scratch;
  private final DataOutputStream in;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private boolean ready;
  private int tasks;
  private int highsThreads;

  private ChildProcess(Process process, Path scratch) {
    this.process = process;
    this.scratch = scratch;
    this.in = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
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

  /** Starts a process; it reports when it is ready. */
  static ChildProcess start() throws IOException {
    Path scratch = ScratchDirectory.create();
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xshare:auto",
            "-XX:ErrorFile=" + scratch.resolve("crash.log"),
            "-XX:-CreateCoredumpOnCrash",
            "-Djava.io.tmpdir=" + scratch,
            ChildMain.class.getName());
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new ChildProcess(process, scratch);
    } catch (IOException e) {
      ScratchDirectory.delete(scratch);
      throw e;
    }
  }

  private void read() {
    try (var out = process.getInputStream()) {
      FramedStream.read(
          out, m -> events.add(new Event.Said(ChildAnswer.read(m))), System.err::println);
    } catch (IOException | RuntimeException e) {
      process.destroyForcibly();
    }
    events.add(new Event.Gone());
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
    write(
        out -> {
          out.writeByte(ChildMain.TASK);
          task.write(out);
        });
    return number;
  }

  /** Stops a running task; before the task's solver runs this has no effect. */
  void stop(int task) {
    write(
        out -> {
          out.writeByte(ChildMain.STOP);
          out.writeInt(task);
        });
  }

  private interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /**
   * Writes to the child. A child that has ended shows in its events, so write errors are ignored.
   */
  private void write(Writing writing) {
    try {
      writing.to(in);
      in.flush();
    } catch (IOException e) {
      process.destroyForcibly();
    }
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
    ScratchDirectory.delete(scratch);
    try {
      in.close();
    } catch (IOException | UncheckedIOException e) {
      // The pipe ends with the process.
    }
  }
}
