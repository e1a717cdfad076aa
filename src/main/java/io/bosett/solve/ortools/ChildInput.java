package io.bosett.solve.ortools;

import io.bosett.common.DaemonThreads;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Writes to a child process on a thread of its own, so that a process that does not read never
 * blocks a caller who waits for a limit or a cancel. The thread ends with the process.
 */
final class ChildInput {
  private final Process process;
  private final BlockingQueue<Optional<Writing>> waiting = new LinkedBlockingQueue<>();

  ChildInput(Process process) {
    this.process = process;
    DaemonThreads.of("ortools-input-" + process.pid(), this::run).start();
  }

  /** Something to be written. */
  interface Writing {
    void to(DataOutputStream out) throws IOException;
  }

  /** Has it written soon. */
  void write(Writing writing) {
    waiting.add(Optional.of(writing));
  }

  /** Ends the thread, once the process is gone or has read all. */
  void close() {
    waiting.add(Optional.empty());
  }

  /** A child that is gone shows as such in its events, so a failure to write says nothing new. */
  private void run() {
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16))) {
      for (Optional<Writing> next = waiting.take(); next.isPresent(); next = waiting.take()) {
        next.get().to(out);
        out.flush();
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
