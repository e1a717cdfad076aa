package io.bosett.faults;

import java.io.IOException;

/** Commands of the operating system. */
public final class OsCommand {
  private OsCommand() {}

  /** Runs a command to its end; whether it is there and succeeds. */
  public static boolean succeeds(String... command) {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (IOException e) {
      // There is no such command here.
      return false;
    }
  }
}
