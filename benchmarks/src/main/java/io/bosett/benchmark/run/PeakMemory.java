package io.bosett.benchmark.run;

import java.nio.file.Path;

/** The peak of resident memory of this process, as the kernel keeps it. */
public final class PeakMemory {
  private PeakMemory() {}

  /** In megabytes; 0 where the kernel does not tell. */
  public static double megabytes() {
    String digits = Machine.field(Path.of("/proc/self/status"), "VmHWM").replaceAll("\\D", "");
    return digits.isEmpty() ? 0 : Long.parseLong(digits) / 1024.0;
  }
}
