package io.bosett.solve.ortools;

import io.bosett.solve.ortools.Engine.Outcome;
import io.bosett.solve.ortools.Engine.Status;
import org.jspecify.annotations.Nullable;

/** The messages of a child process, as text and back. */
sealed interface ChildAnswer {
  /** The native libraries are loaded. */
  record Ready() implements ChildAnswer {}

  /** The child is responsive: the answer to a ping. */
  record Alive() implements ChildAnswer {}

  /** The child gives up all work. */
  record Broken(String detail) implements ChildAnswer {}

  /** A better solution. */
  record Incumbent(int task, long[] values) implements ChildAnswer {}

  /** A better upper bound. */
  record Bound(int task, double bound) implements ChildAnswer {}

  /** The end of a task. */
  record Done(int task, Outcome outcome) implements ChildAnswer {}

  /** The message for an answer: words separated by blanks, ASCII. */
  static String write(ChildAnswer answer) {
    if (answer instanceof Incumbent incumbent) {
      return "incumbent " + incumbent.task + " " + values(incumbent.values);
    }
    if (answer instanceof Bound bound) {
      return "bound " + bound.task + " " + bound.bound;
    }
    if (answer instanceof Done done) {
      Outcome outcome = done.outcome;
      return String.join(
          " ",
          "done",
          Integer.toString(done.task),
          outcome.status().name(),
          outcome.bound() == null ? "-" : outcome.bound().toString(),
          values(outcome.values()),
          printable(outcome.detail()));
    }
    if (answer instanceof Alive) {
      return "alive";
    }
    return answer instanceof Broken broken ? "broken " + printable(broken.detail) : "ready";
  }

  /** The answer in a message. */
  static ChildAnswer read(String message) {
    String[] words = message.split(" ", 6);
    return switch (words[0]) {
      case "ready" -> new Ready();
      case "alive" -> new Alive();
      case "incumbent" -> new Incumbent(Integer.parseInt(words[1]), values(words[2]));
      case "bound" -> new Bound(Integer.parseInt(words[1]), Double.parseDouble(words[2]));
      case "done" -> new Done(Integer.parseInt(words[1]), outcome(words));
      case "broken" -> new Broken(message.substring("broken ".length()));
      default -> throw new IllegalArgumentException("not an answer: " + message);
    };
  }

  private static Outcome outcome(String[] words) {
    return new Outcome(
        Status.valueOf(words[2]),
        words[3].equals("-") ? null : (Double) Double.parseDouble(words[3]),
        words[4].equals("-") ? null : values(words[4]),
        words[5]);
  }

  /** The number of values, then position and value of each nonzero one. */
  private static String values(long @Nullable [] values) {
    if (values == null) {
      return "-";
    }
    StringBuilder text = new StringBuilder().append(values.length);
    for (int j = 0; j < values.length; j++) {
      if (values[j] != 0) {
        text.append(',').append(j).append(':').append(values[j]);
      }
    }
    return text.toString();
  }

  private static long[] values(String text) {
    String[] entries = text.split(",");
    long[] values = new long[Integer.parseInt(entries[0])];
    for (int k = 1; k < entries.length; k++) {
      int colon = entries[k].indexOf(':');
      int column = Integer.parseInt(entries[k].substring(0, colon));
      values[column] = Long.parseLong(entries[k].substring(colon + 1));
    }
    return values;
  }

  private static String printable(String text) {
    return text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
  }
}
