package io.bosett.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said, and with which exit code, when a command does not come to its end. */
final class Failures implements IExecutionExceptionHandler {
  private final Streams streams;
  private final List<String> arguments;

  Failures(Streams streams, String... arguments) {
    this.streams = streams;
    this.arguments = Arrays.asList(arguments);
  }

  /** One line that says what is wrong, and one that says where help is. */
  static int ofUsage(ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bosett: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Maybe: " + command.getCommandSpec().qualifiedName() + " --help");
    return Exit.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(
      Exception e, CommandLine command, ParseResult parsed) {
    streams.out().flush();
    if (e instanceof BadInput bad) {
      bad.lines().forEach(streams.err()::println);
      return Exit.BAD_INPUT;
    }
    if (e instanceof IOException || e instanceof UncheckedIOException) {
      streams.err().println("bosett: " + reason(e));
      return Exit.BAD_INPUT;
    }
    Incident.report(e, arguments, streams.err());
    return Exit.DEFECT;
  }

  private static String reason(Exception e) {
    Throwable io = e instanceof UncheckedIOException ? e.getCause() : e;
    String kind = io.getClass().getSimpleName().replace("Exception", "");
    return io.getClass() == IOException.class ? "" + io.getMessage() : kind + " " + io.getMessage();
  }
}
