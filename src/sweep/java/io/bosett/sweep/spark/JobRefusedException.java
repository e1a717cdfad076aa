package io.bosett.sweep.spark;

import java.util.List;

/** Bad input, with one line for each fault. */
final class JobRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  JobRefusedException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
