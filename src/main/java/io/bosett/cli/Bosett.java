package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.Configuration;
import io.bosett.cli.flags.VersionProvider;
import io.bosett.cli.sweep.SweepCommand;
import io.bosett.cli.sweep.SweepCommandContext;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command, which holds all others. */
@Command(
    name = "bosett",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Divides a total fairly among municipalities, provably optimally.",
    footer = {
      "",
      "Exit codes: 0 done, proven or confirmed; 2 bad input or usage; 3 infeasible;",
      "4 a limit was reached; 5 refuted by check; 70 a defect; 71 a solver broke down;",
      "74 standard output cannot be written to. Of many files the largest counts."
    })
final class Bosett implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }

  /** Runs a command line and returns its exit code; flushes both streams. */
  static int run(Streams streams, String... arguments) {
    int code;
    try {
      code = executed(streams, arguments);
    } catch (Error e) {
      code = CommandErrors.ofError(streams, e, Path.of(""), arguments);
    }
    code = delivered(streams, code);
    streams.err().flush();
    return code;
  }

  private static int executed(Streams streams, String... arguments) {
    CommandLine line = commandLine(streams, arguments).setExpandAtFiles(false);
    line.setOut(writer(streams.out()));
    line.setErr(writer(streams.err()));
    line.setParameterExceptionHandler(CommandErrors::ofUsage);
    line.setExecutionExceptionHandler(new CommandErrors(streams, Path.of(""), arguments));
    int code = line.execute(arguments);
    line.getOut().flush();
    line.getErr().flush();
    return code;
  }

  /**
   * An answer that was not written is none; only who stopped reading it by himself wants no more.
   */
  private static int delivered(Streams streams, int code) {
    IOException failure = streams.failure();
    if (failure == null
        || streams.isAbandoned()
        || code == ExitCode.DEFECT
        || code == ExitCode.NO_OUTPUT) {
      return code;
    }
    streams.err().println("bosett: standard output: " + IoFailureText.of(failure));
    return ExitCode.NO_OUTPUT;
  }

  static CommandLine commandLine(Streams streams, String... arguments) {
    Configuration configuration = Configuration.of(System.getenv(), arguments);
    CommandLine line = new CommandLine(new Bosett());
    return AnalysisCommands.addTo(line, streams)
        .addSubcommand(new OpenCommand(streams))
        .addSubcommand(new SolveCommand(streams))
        .addSubcommand(new ValidateCommand(streams))
        .addSubcommand(new CheckCommand(streams))
        .addSubcommand(new ExplainCommand(streams))
        .addSubcommand(new CompareCommand(streams))
        .addSubcommand(new ExportCommand(streams))
        .addSubcommand(SweepCommand.of(new SweepContext(streams)))
        .addSubcommand(datasets(streams))
        .addSubcommand(configured(new ServeCommand(streams, configuration), configuration))
        .addSubcommand(keys(streams, configuration))
        .addSubcommand(configured(new BackupCommand(streams), configuration))
        .addSubcommand(configured(new RestoreCommand(streams), configuration));
  }

  private static CommandLine datasets(Streams streams) {
    return new CommandLine(new DatasetsCommand(streams))
        .addSubcommand(new DatasetsListCommand(streams))
        .addSubcommand(new DatasetsShowCommand(streams))
        .addSubcommand(new DatasetsCheckCommand(streams))
        .addSubcommand(new DatasetsInitCommand(streams))
        .addSubcommand(new DatasetsImportCommand(streams))
        .addSubcommand(new DatasetsConvertCommand(streams))
        .addSubcommand(new DatasetsTilesCommand(streams));
  }

  /** What the commands on sweeps are lent. */
  private record SweepContext(Streams streams) implements SweepCommandContext {
    @Override
    public PrintStream out() {
      return streams.out();
    }

    @Override
    public PrintStream err() {
      return streams.err();
    }

    @Override
    public String version() {
      return VersionProvider.text();
    }

    @Override
    public int code(Ending ending) {
      return switch (ending) {
        case DONE -> ExitCode.DONE;
        case INFEASIBLE -> ExitCode.INFEASIBLE;
        case LIMIT -> ExitCode.LIMIT;
        case REFUTED -> ExitCode.REFUTED;
        case DEFECT -> ExitCode.DEFECT;
      };
    }

    @Override
    public RuntimeException badInput(List<String> lines) {
      return new BadInputException(lines);
    }

    @Override
    public Interrupt interrupt(String words) {
      return new InterruptHandler(streams.err(), words);
    }
  }

  private static CommandLine keys(Streams streams, Configuration configuration) {
    return new CommandLine(new KeysCommand())
        .addSubcommand(configured(new KeysAddCommand(streams), configuration))
        .addSubcommand(configured(new KeysListCommand(streams), configuration))
        .addSubcommand(configured(new KeysRevokeCommand(streams), configuration));
  }

  /** A command with its default values from environment and configuration file. */
  private static CommandLine configured(Object command, Configuration configuration) {
    return new CommandLine(command).setDefaultValueProvider(configuration);
  }

  private static PrintWriter writer(OutputStream stream) {
    return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
  }
}
