package io.bosett.common;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands of child processes. Signals that a terminal or a supervisor sends to parent and child
 * alike are for the parent, which ends its children in its own order: a shell starts the child with
 * these signals ignored.
 */
public final class ShieldedCommand {
  private static final Path SHELL = Path.of("/bin/sh");

  private ShieldedCommand() {}

  /** A command that ignores HUP, INT and TERM; the same command where there is no shell. */
  public static List<String> of(List<String> command) {
    List<String> shielded = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      shielded.addAll(List.of(SHELL.toString(), "-c", "trap '' HUP INT TERM; exec \"$@\"", "sh"));
    }
    shielded.addAll(command);
    return shielded;
  }
}
