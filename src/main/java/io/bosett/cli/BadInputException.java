package io.bosett.cli;

import java.util.List;

/** Bad input or usage; carries one line for each error. */
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
