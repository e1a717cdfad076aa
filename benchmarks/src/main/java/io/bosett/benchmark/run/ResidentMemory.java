package io.bosett.benchmark.run;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Peaks of resident memory of a process and of those it starts, as the kernel keeps them. */
final class ResidentMemory {
  private final ProcessHandle process;
  private final Map<Long, Double> peaks = new HashMap<>();

  ResidentMemory(ProcessHandle process) {
    this.process = process;
  }

  /** Looks at the processes that live now; a peak only grows, so looking now and then is enough. */
  void look() {
    look(process);
    process.descendants().forEach(this::look);
  }

  private void look(ProcessHandle handle) {
    Path status = Path.of("/proc", Long.toString(handle.pid()), "status");
    String digits = Machine.field(status, "VmHWM").replaceAll("\\D", "");
    if (!digits.isEmpty()) {
      peaks.merge(handle.pid(), Long.parseLong(digits) / 1024.0, Math::max);
    }
  }

  /** Of the process itself, in megabytes. */
  double own() {
    return peaks.getOrDefault(process.pid(), 0.0);
  }

  /** Of all processes it started, added, in megabytes. */
  double children() {
    return peaks.values().stream().mapToDouble(Double::doubleValue).sum() - own();
  }
}
