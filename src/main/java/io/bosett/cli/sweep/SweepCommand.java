package io.bosett.cli.sweep;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sweep}: the parent of the commands on sweeps. */
@Command(
    name = "sweep",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Solves a scenario with ranges: thousands of what-ifs, each exactly.")
public final class SweepCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  private SweepCommand() {}

  /** The command with those below it. */
  public static CommandLine of(SweepCommandContext context) {
    return new CommandLine(new SweepCommand())
        .addSubcommand(new SweepRunCommand(context))
        .addSubcommand(new SweepPointCommand(context))
        .addSubcommand(new SweepSummaryCommand(context))
        .addSubcommand(new SweepCheckCommand(context));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command is given");
  }
}
