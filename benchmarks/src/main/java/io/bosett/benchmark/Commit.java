package io.bosett.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Which code is run. */
public final class Commit {
  private Commit() {}

  /** The commit's first twelve digits, with {@code +} when the code differs from it. */
  public static String current() {
    String head = git("rev-parse", "--short=12", "HEAD");
    boolean changed =
        !git("status", "--porcelain", "--", "src", "pom.xml", "models", "benchmarks/src").isEmpty();
    return head.isEmpty() ? "unknown" : head + (changed ? "+" : "");
  }

  private static String git(String... args) {
    String[] command = new String[args.length + 1];
    command[0] = "git";
    System.arraycopy(args, 0, command, 1, args.length);
    try {
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      return new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    } catch (IOException e) {
      return "";
    }
  }
}
