package io.bosett.cli;

import io.bosett.store.Store;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keys revoke ID}. */
@Command(
    name = "revoke",
    mixinStandardHelpOptions = true,
    description = "Takes a key back; a running service refuses it within a second.")
final class KeysRevokeCommand implements Callable<Integer> {
  private final Streams streams;

  @Parameters(paramLabel = "ID", description = "As keys list shows it.")
  private String id = "";

  @Mixin private final StorePlace place = new StorePlace();

  KeysRevokeCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    try (Store store = place.openBeside()) {
      if (!store.keys().revoke(id)) {
        throw new BadInput("bosett: there is no key '" + ResultTable.clean(id) + "'");
      }
    }
    streams.err().println("bosett: key " + id + " is revoked");
    return Exit.DONE;
  }
}
