package io.bosett.cli;

import java.util.List;

/** Input or usage that is refused; carries one line per fault. */
final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  BadInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  BadInputException(String line) {
    this(List.of(line));
  }

  List<String> lines() {
    return lines;
  }
}
