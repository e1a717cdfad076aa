package io.bosett.cli;

import io.bosett.cli.flags.BadInputException;
import io.bosett.cli.flags.ImportFlags;
import io.bosett.cli.table.ResultTable;
import io.bosett.documents.InputFile;
import io.bosett.documents.imports.ImportReport;
import io.bosett.documents.imports.ImportedFile;
import io.bosett.documents.imports.Importer;
import io.bosett.documents.imports.Update;
import io.bosett.documents.imports.facts.ImportAnswers;
import io.bosett.service.IoFailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code datasets import FILE... --into DIR}. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Takes figures into a dataset folder: JSON-stat, PxWeb JSON, PC-Axis, CSV, XLSX, HTML.",
      "What a file does not say is asked, with the flag that answers it."
    })
final class DatasetsImportCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Streams streams;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of figures; - is standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--into",
      paramLabel = "DIR",
      required = true,
      description = "The dataset folder.")
  private Path folder = Path.of("");

  @Option(names = "--dry-run", description = "Shows what would change and changes nothing.")
  private boolean dryRun;

  @Mixin private final ImportFlags flags = new ImportFlags();

  DatasetsImportCommand(Streams streams) {
    this.streams = streams;
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(folder + ": is not a folder");
    }
    ImportAnswers answers = flags.answers();
    Importer importer = InputFiles.refusing(folder, () -> Importer.into(folder));
    List<ImportedFile> read = new ArrayList<>();
    for (Path file : files) {
      String name = file.equals(STANDARD_INPUT) ? "standard input" : "" + file.getFileName();
      read.add(importer.read(name, bytes(file), answers));
    }
    read.forEach(file -> ImportReport.lines(file).forEach(this::print));
    refuse(read);
    Update update = InputFiles.refusing(folder, () -> planned(read, answers));
    refuse(update);
    ImportReport.lines(update).forEach(this::print);
    if (!dryRun) {
      update.write(folder);
    }
    print(dryRun ? "dry run: nothing was changed" : "imported into " + folder);
    return ExitCode.DONE;
  }

  private Update planned(List<ImportedFile> read, ImportAnswers answers) {
    try {
      return Update.of(folder, read, answers, LocalDate.now(ZoneId.systemDefault()));
    } catch (IOException e) {
      throw new BadInputException(folder + ": cannot be read: " + IoFailureText.of(e));
    }
  }

  private void print(String line) {
    streams.out().println(ResultTable.clean(line));
  }

  private static byte[] bytes(Path file) {
    try {
      if (file.equals(STANDARD_INPUT)) {
        return InputFile.read(file);
      } else if (!Files.isRegularFile(file)) {
        throw new BadInputException(
            file + (Files.exists(file) ? ": is not a file" : ": does not exist"));
      }
      if (Files.size(file) > Importer.LARGEST) {
        throw new BadInputException(
            file + ": is " + Files.size(file) + " bytes long, at most " + Importer.LARGEST);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadInputException(file + ": cannot be read: " + IoFailureText.of(e));
    }
  }

  private static void refuse(List<ImportedFile> read) {
    List<String> faults = new ArrayList<>();
    for (ImportedFile file : read) {
      file.refusals().forEach(why -> faults.add(file.name() + ": " + why));
      file.questions().forEach(question -> faults.add(file.name() + ": " + question));
    }
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }

  private static void refuse(Update update) {
    List<String> faults = new ArrayList<>(update.refusals());
    update.questions().forEach(question -> faults.add(question.toString()));
    if (!faults.isEmpty()) {
      throw new BadInputException(faults);
    }
  }
}
