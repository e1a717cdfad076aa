package io.bosett.cli.flags;

import java.util.List;

/** Bad input or usage; carries one line for each error. */
public final class BadInputException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  public BadInputException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  public BadInputException(String line) {
    this(List.of(line));
  }

  public List<String> lines() {
    return lines;
  }
}
