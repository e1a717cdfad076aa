package io.bosett.benchmark.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time as the kernel counts it. Linux only. */
final class Processor {
  /** What the kernel counts in, the same on all machines of today. */
  private static final double TICKS_PER_SECOND = 100;

  private static final int USER = 11;
  private static final int CHILDREN_SYSTEM = 14;

  private Processor() {}

  /** Seconds used by a process, by those it has started and by those of them that have ended. */
  static double seconds(long pid) {
    double seconds = ticks(pid) / TICKS_PER_SECOND;
    return seconds
        + ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> ticks(child.pid()))
                .sum()
            / TICKS_PER_SECOND;
  }

  private static long ticks(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      // The name in parentheses may hold spaces; the fields that count come after it.
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      long ticks = 0;
      for (int k = USER; k <= CHILDREN_SYSTEM; k++) {
        ticks += Long.parseLong(fields[k]);
      }
      return ticks;
    } catch (IOException e) {
      // It has ended meanwhile.
      return 0;
    }
  }
}
