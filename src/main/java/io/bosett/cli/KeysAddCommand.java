package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.StoreFlags;
import io.bosett.http.protocol.ApiKeys;
import io.bosett.service.IoFailureText;
import io.bosett.store.KeyStore.Role;
import io.bosett.store.Store;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys add NAME --role ROLE}: creates an API key. */
@Command(
    name = "add",
    mixinStandardHelpOptions = true,
    description = "Creates an API key and prints it once: only its hash is stored.")
final class KeysAddCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._@-]{0,63}");

  private final Streams streams;

  @Parameters(paramLabel = "NAME", description = "Name of the caller, for people.")
  private String name = "";

  @Option(
      names = "--role",
      required = true,
      description =
          "Role: read reads and compares, solve also stores scenarios and solves, admin also"
              + " uploads datasets and deletes.")
  private RoleName role = RoleName.read;

  @Mixin private final StoreFlags place = new StoreFlags();

  KeysAddCommand(Streams streams) {
    this.streams = streams;
  }

  /** The values of {@code --role}. */
  enum RoleName {
    read,
    solve,
    admin
  }

  @Override
  public Integer call() {
    if (!NAME.matcher(name).matches()) {
      throw new BadInputException(
          "bosett: NAME is '" + name + "'; allowed: 1 to 64 letters, digits, spaces and ._@-");
    }
    try (Store store = place.openBeside()) {
      if (store.keys().all().stream().anyMatch(key -> key.name().equals(name))) {
        throw new BadInputException(
            "bosett: there is a key '" + name + "' already; revoke it first");
      }
      ApiKeys.NewKey made =
          ApiKeys.create(name, Role.valueOf(role.name().toUpperCase(Locale.ROOT)));
      store.keys().add(made.kept());
      streams.out().println(made.token());
      IOException failure = streams.failure();
      if (failure != null) {
        store.keys().revoke(made.kept().id());
        streams
            .err()
            .println(
                "bosett: standard output: "
                    + IoFailureText.of(failure)
                    + "; the key was not shown and is taken back");
        return ExitCode.NO_OUTPUT;
      }
      streams.err().println("bosett: key " + made.kept().id() + " is made; it is shown this once");
    }
    return ExitCode.DONE;
  }
}
