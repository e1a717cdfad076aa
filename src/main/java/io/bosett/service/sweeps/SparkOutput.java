package io.bosett.service.sweeps;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a job of Spark says line by line, and what of it tells why it failed. Thread-safe. */
final class SparkOutput {
  private static final Pattern PROGRESS =
      Pattern.compile("bosett: [\\d,]+ of [\\d,]+ (?:parts|points) are there.*");
  private static final Pattern FAULT =
      Pattern.compile("(?:Exception in thread \"[^\"]*\" |Error: |Caused by: )(.*)");
  private static final Pattern LOGGED = Pattern.compile(".* (?:ERROR|WARN) .*");
  private static final String OURS = "bosett: ";

  private @Nullable String ours;
  private @Nullable String fault;
  private @Nullable String last;

  /** Adds a line; whether it is one for the log of the sweep. */
  synchronized boolean add(String line) {
    var found = FAULT.matcher(line);
    if (line.startsWith(OURS)) {
      if (!PROGRESS.matcher(line).matches()) {
        ours = line.substring(OURS.length());
      }
    } else if (found.matches()) {
      fault = fault == null ? found.group(1) : fault;
    } else if (!line.isBlank() && !line.startsWith("\tat ")) {
      last = line.strip();
    }
    return line.startsWith(OURS) || found.matches() || LOGGED.matcher(line).matches();
  }

  /** Why it failed, in a line: what the job says itself, else what Java or Spark says. */
  synchronized String reason() {
    if (ours != null) {
      return ours;
    }
    return fault != null ? fault : last != null ? last : "it said nothing";
  }
}
