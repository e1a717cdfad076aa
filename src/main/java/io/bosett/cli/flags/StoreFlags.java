package io.bosett.cli.flags;

import io.bosett.store.FolderInUseException;
import io.bosett.store.Store;
import io.bosett.store.StoreUnavailableException;
import io.bosett.store.factory.Stores;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags that name the store: a folder, or a PostgreSQL database. */
public final class StoreFlags {
  private static final String HOME = ".local/share/bosett";

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Folder of the embedded store, created when it does not exist; default"
              + " $XDG_DATA_HOME/bosett or ~/.local/share/bosett.")
  private @Nullable Path data;

  @Option(
      names = "--database",
      paramLabel = "URL",
      description =
          "A PostgreSQL database instead, as jdbc:postgresql://HOST/NAME?user=USER&password=WORD;"
              + " better given as BOSETT_DATABASE, as other users can see command lines.")
  private @Nullable String database;

  /** The folder of an embedded store. */
  public Path folder() {
    if (data != null) {
      return data;
    }
    String base = System.getenv("XDG_DATA_HOME");
    return base == null || base.isBlank()
        ? Path.of(System.getProperty("user.home"), HOME)
        : Path.of(base, "bosett");
  }

  /** The place of the store for messages, without a password. */
  public String words() {
    return database == null ? folder().toString() : Stores.addressWords(database);
  }

  /** Opens the store for a service; an embedded store is locked for this process. */
  public Store open() {
    return open(Stores::embedded);
  }

  /** Opens the store for a short task, also while a service runs on it. */
  public Store openBeside() {
    return open(Stores::beside);
  }

  /**
   * Opens a store that is there already, beside a service that may be running.
   *
   * @throws BadInputException when there is none, which is not made
   */
  public Store openExisting() {
    if (database == null && !Stores.isIn(folder())) {
      throw new BadInputException("bosett: there is no store in " + folder());
    }
    return openBeside();
  }

  /** Refuses an empty path, which would mean the current folder. */
  public static void refuseEmpty(String flag, Path path, String allowed) {
    if (path.toString().isBlank()) {
      throw new BadInputException("bosett: " + flag + " is empty; allowed: " + allowed);
    }
  }

  private Store open(BiFunction<Path, Clock, Store> embedded) {
    if (data != null && database != null) {
      throw new BadInputException(
          "bosett: both --data and --database are given; expected one of them");
    }
    if (data != null) {
      refuseEmpty("--data", data, "a folder, . for the current one");
    }
    try {
      return database == null
          ? embedded.apply(folder(), Clock.systemUTC())
          : Stores.postgres(database, Clock.systemUTC());
    } catch (FolderInUseException e) {
      throw new BadInputException("bosett: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      throw new BadInputException("bosett: --database " + e.getMessage());
    } catch (StoreUnavailableException e) {
      throw new BadInputException(
          "bosett: cannot open the store " + words() + ": " + e.getMessage());
    }
  }
}
