package io.bosett.cli.sweep;

import io.bosett.solve.CancellationToken;
import java.io.PrintStream;
import java.util.List;

/** The context of a command on sweeps: streams, version, exit codes, signals. */
public interface SweepCommandContext {
  /** The answer and nothing else. */
  PrintStream out();

  /** Everything else. */
  PrintStream err();

  /** The version of the program. */
  String version();

  /** The exit code of an ending. */
  int code(Ending ending);

  /** The exception that ends a command with bad input, one line for each error. */
  RuntimeException badInput(List<String> lines);

  /** Listens to signals that end the program, until it is closed. */
  Interrupt interrupt(String words);

  /** How a command ended. */
  enum Ending {
    DONE,
    INFEASIBLE,
    LIMIT,
    REFUTED,
    DEFECT
  }

  /** A listener to signals. */
  interface Interrupt extends AutoCloseable {
    /** The token that the first signal cancels. */
    CancellationToken cancel();

    @Override
    void close();
  }
}
