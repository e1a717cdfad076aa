package io.bosett.cli;

import io.bosett.cli.flags.StoreFlags;
import io.bosett.cli.table.ResultTable;
import io.bosett.cli.table.TextTable;
import io.bosett.store.Store;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keys list}: lists the API keys. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Lists the API keys, without their secrets, which are not stored.")
final class KeysListCommand implements Callable<Integer> {
  private final Streams streams;

  @Mixin private final StoreFlags place = new StoreFlags();

  KeysListCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() {
    TextTable columns = new TextTable("llll", "id", "name", "role", "made");
    try (Store store = place.openExisting()) {
      store
          .keys()
          .all()
          .forEach(
              key ->
                  columns.add(
                      key.id(),
                      ResultTable.clean(key.name()),
                      key.role().name().toLowerCase(Locale.ROOT),
                      key.createdAt().toString()));
    }
    columns.lines().forEach(streams.out()::println);
    return ExitCode.DONE;
  }
}
