package io.bosett.store;

import static io.bosett.store.Given.LEASE;
import static io.bosett.store.Given.LIMITS;

import io.bosett.store.factory.Stores;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/**
 * A process that writes to an embedded store until it is killed, and prints what was acknowledged:
 * {@code S} and the id when it is submitted, {@code E} and the id when it has ended, in each line.
 */
final class CrashingWriter {
  private static final int THREADS = 4;

  private CrashingWriter() {}

  /** What the result of an allocation is. */
  static String resultOf(String id) {
    return ("result of " + id + "\n").repeat(100)
        + Given.noise(Math.floorMod(id.hashCode(), 5_000));
  }

  public static void main(String[] arguments) {
    Store store = Stores.embedded(Path.of(arguments[0]), Clock.systemUTC());
    store.allocations().releaseAll("writer");
    Together.run(
        THREADS,
        number -> {
          for (int i = 0; ; i++) {
            NewJob asked = Given.of("caller" + number, "scenario " + i, "dataset " + i % 7);
            Given.accepted(store.allocations().submit(asked, LIMITS));
            say("S", asked.id());
            for (KeptJob one : store.allocations().claim("writer", 1, LEASE)) {
              end(store, one);
            }
          }
        });
  }

  private static void end(Store store, KeptJob one) throws IOException {
    Outcome outcome = Given.success(resultOf(one.id()));
    if (store.allocations().finish(one.id(), "writer", one.attempt(), outcome).isPresent()) {
      say("E", one.id());
    }
  }

  private static synchronized void say(String what, String id) throws IOException {
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    out.write((what + " " + id + " .\n").getBytes(StandardCharsets.US_ASCII));
  }
}
