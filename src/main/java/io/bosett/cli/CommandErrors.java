package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.table.ResultTable;
import io.bosett.service.IoFailureText;
import io.bosett.solve.SolverFailedException;
import io.bosett.store.StoreUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
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
    for (String argument : arguments) {
      if (argument.startsWith("-") && Files.exists(Path.of(argument))) {
        err.println("bosett: a file whose name begins with - is given as ./" + argument);
      }
    }
    err.println("Maybe: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.BAD_INPUT;
  }

  /** What the virtual machine gives up on; one line, too. */
  static int ofError(Streams streams, Error e, Path folder, String... arguments) {
    if (e instanceof OutOfMemoryError) {
      long megabytes = Runtime.getRuntime().maxMemory() >> 20;
      streams
          .err()
          .println(
              "bosett: this takes more memory than the "
                  + megabytes
                  + " MB that Java has; more is given by BOSETT_JAVA_OPTIONS=-Xmx8g");
    } else if (!Shutdown.hasBegun()) {
      new IncidentReport(e, Arrays.asList(arguments), folder).report(streams.err());
    }
    return ExitCode.DEFECT;
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
    if (Shutdown.hasBegun()) {
      return ExitCode
          .LIMIT; // What fails now fails because the process ends, which is said elsewhere.
    }
    if (e instanceof SolverFailedException) {
      streams.err().println("bosett: " + ResultTable.clean("" + e.getMessage()));
      return ExitCode.SOLVER_FAILED;
    }
    if (e instanceof StoreUnavailableException) {
      streams.err().println("bosett: " + ResultTable.clean("" + e.getMessage()));
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
