package io.bosett.cli;

import java.util.List;

/** Input or usage that is refused; carries one line per fault. */
final class BadInput extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  BadInput(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  BadInput(String line) {
    this(List.of(line));
  }

  List<String> lines() {
    return lines;
  }
}
