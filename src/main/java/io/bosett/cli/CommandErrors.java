package io.bosett.cli;

import io.bosett.cli.table.ResultTable;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Maps exceptions of commands to messages and exit codes. */
final class CommandErrors implements IExecutionExceptionHandler {
  private final Streams streams;
  private final Path folder;
  private final List<String> arguments;

  /**
   * @param folder where incident reports are written
   */
  CommandErrors(Streams streams, Path folder, String... arguments) {
    this.streams = streams;
    this.folder = folder;
    this.arguments = Arrays.asList(arguments);
  }

  /** One line for the usage error, and one that says where to find help. */
  static int ofUsage(ParameterException e, String... arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bosett: " + e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println("Maybe: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    streams.out().flush();
    if (e instanceof BadInputException bad) {
      bad.lines().forEach(line -> streams.err().println(ResultTable.clean(line)));
      return ExitCode.BAD_INPUT;
    }
    if ((e instanceof UncheckedIOException ? e.getCause() : e) instanceof IOException io) {
      streams.err().println("bosett: " + subject(io) + IoFailureText.of(io));
      return ExitCode.BAD_INPUT;
    }
    new IncidentReport(e, arguments, folder).report(streams.err());
    return ExitCode.DEFECT;
  }

  /** The file that could not be read or written, where it is known. */
  private static String subject(IOException e) {
    return e instanceof FileSystemException system && system.getFile() != null
        ? system.getFile() + ": "
        : "";
  }
}
