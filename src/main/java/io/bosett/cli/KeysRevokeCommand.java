package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.StoreFlags;
import io.bosett.cli.table.ResultTable;
import io.bosett.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys revoke ID}: revokes an API key. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = {
      "Revokes an API key; a running service refuses it within a second.",
      "After the last key is revoked, a running service admits nobody; one started later on a"
          + " loopback address lets everybody do everything."
    })
final class KeysRevokeCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "ID", description = "The key's id, as keys list shows it.")
  private String id = "";

  @Mixin private final StoreFlags place = new StoreFlags();

  KeysRevokeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    boolean isLast;
    try (Store store = place.openExisting()) {
      if (!store.keys().revoke(id)) {
        throw new BadInputException("bosett: there is no key '" + ResultTable.clean(id) + "'");
      }
      isLast = store.keys().all().isEmpty();
    }
    streams.err().println("bosett: key " + id + " is revoked");
    if (isLast) {
      streams
          .err()
          .println(
              "bosett: WARNING: that was the last key. A service that runs now lets nobody in until"
                  + " there is a key again; once it is started anew on a loopback address,"
                  + " everybody who reaches it can do everything, without a key.");
    }
    return ExitCode.DONE;
  }
}
