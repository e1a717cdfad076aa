package io.bosett.solve.ortools;

import io.bosett.common.DaemonThreads;
import io.bosett.temporary.TemporaryFolder;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The main class of the child process: reads tasks from standard input, solves one after the other,
 * answers on standard output. It ends when standard input ends, even during a solve, so it never
 * outlives its parent; on exit it deletes the temporary directory of the unpacked native libraries.
 */
final class ChildMain {
  /** The tag of a task on standard input. */
  static final int TASK = 1;

  /** The tag of a ping, which an idle child answers. */
  static final int PING = 3;

  /** The tag of a request to stop a task. */
  static final int STOP = 2;

  private final OutputStream out;
  private final TemporaryFolder scratch;
  private final BlockingQueue<SolveTask> tasks = new LinkedBlockingQueue<>();
  private volatile @Nullable Running running;

  private ChildMain(OutputStream out, TemporaryFolder scratch) {
    this.out = out;
    this.scratch = scratch;
  }

  /** Runs until standard input ends. */
  public static void main(String[] arguments) {
    TemporaryFolder scratch = TemporaryFolder.join(Path.of(System.getProperty("java.io.tmpdir")));
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    System.setOut(System.err);
    new ChildMain(out, scratch).run();
  }

  private void run() {
    DaemonThreads.of("listener", this::listen).start();
    try {
      Natives.load();
      send(new ChildAnswer.Ready());
      while (true) {
        SolveTask task = tasks.take();
        send(new ChildAnswer.Done(task.number(), solve(task)));
      }
    } catch (Throwable e) {
      send(new ChildAnswer.Broken(Natives.reason(e)));
      end(1);
    }
  }

  private Engine.Outcome solve(SolveTask task) {
    Engine engine =
        switch (task.backend()) {
          case CP_SAT -> new CpSatEngine();
          case HIGHS -> new HighsEngine();
          case SCIP, CBC -> new MpEngine();
        };
    running = new Running(task.number(), engine);
    try {
      return engine.solve(task, new Sending(task.number()));
    } finally {
      running = null;
    }
  }

  /**
   * Runs on its own thread, so that it reacts to stops, and to the end of the parent, during a
   * solve.
   */
  private void listen() {
    try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in))) {
      for (int word = in.read(); word >= 0; word = in.read()) {
        if (word == TASK) {
          tasks.add(SolveTask.read(in));
        } else if (word == PING) {
          send(new ChildAnswer.Alive());
        } else {
          stop(in.readInt());
        }
      }
      end(0);
    } catch (IOException | RuntimeException e) {
      end(1);
    }
  }

  /** Stops a task; a late request must not stop the next task. */
  private void stop(int task) {
    Running current = running;
    if (current != null && current.task == task) {
      current.engine.stop();
    }
  }

  private synchronized void send(ChildAnswer answer) {
    try {
      FramedStream.write(out, ChildAnswer.write(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Halts at once, because a native solve on another thread would hold up an orderly exit. */
  private void end(int code) {
    scratch.delete();
    Runtime.getRuntime().halt(code);
  }

  private record Running(int task, Engine engine) {}

  private final class Sending implements Engine.Reports {
    private final int task;

    Sending(int task) {
      this.task = task;
    }

    @Override
    public void incumbent(long[] values) {
      send(new ChildAnswer.Incumbent(task, values));
    }

    @Override
    public void bound(double bound) {
      send(new ChildAnswer.Bound(task, bound));
    }
  }
}
