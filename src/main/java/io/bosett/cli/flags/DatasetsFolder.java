package io.bosett.cli.flags;

import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flag {@code --datasets DIR}, shared by commands. */
public final class DatasetsFolder {
  public @Nullable Path path;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  @Option(
      names = "--datasets",
      paramLabel = "DIR",
      description =
          "A folder with one folder per dataset, searched after the scenario file's own folder"
              + " and before the datasets that ship with the program.")
  public void setPath(@Nullable Path folder) {
    if (folder != null && !Files.isDirectory(folder)) {
      String found = Files.exists(folder) ? "which is no folder" : "where there is nothing";
      throw new ParameterException(
          spec.commandLine(), "--datasets is '" + folder + "', " + found + "; expected a folder");
    }
    path = folder;
  }
}
