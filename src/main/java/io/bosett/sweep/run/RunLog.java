package io.bosett.sweep.run;

import io.bosett.documents.json.JsonWriter;
import io.bosett.sweep.points.PointOutcome.Status;
import java.io.IOException;

/** {@code run.json}: how the last run of a result folder went. */
final class RunLog {
  private RunLog() {}

  /**
   * Writes the log.
   *
   * @param threads that solved at the same time
   */
  static void write(
      SweepFolder folder, SweepRecord record, int threads, RunTally tally, double seconds)
      throws IOException {
    byte[] json =
        JsonWriter.bytes(
            out ->
                out.object(
                    () -> {
                      out.text("version", record.version()).text("hash", record.hash());
                      out.text("java", System.getProperty("java.version"));
                      out.whole("threads", threads).whole("points", tally.points());
                      out.rounded("seconds", seconds, 3).whole("certified", tally.certified());
                      out.whole("effort", tally.effort()).whole("clock", tally.clock());
                      for (Status status : Status.values()) {
                        out.whole(status.name(), tally.of(status));
                      }
                    }));
    folder.storage().write("run.json", json);
  }
}
