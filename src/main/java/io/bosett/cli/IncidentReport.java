package io.bosett.cli;

import io.bosett.cli.flags.VersionProvider;
import io.bosett.documents.AtomicFile;
import io.bosett.documents.result.CertificateFile;
import io.bosett.model.Sha256;
import io.bosett.solve.DefectException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The report of a defect, with what is needed to reproduce it: a text with command line, stack
 * trace and the scenarios named, and, when the checker refuted an answer, scenario, figures and
 * answer as a certificate. Written to the current folder, or to the folder for temporary files when
 * that is not writable.
 */
final class IncidentReport {
  private static final int ID_LENGTH = 12;
  private static final long LARGEST_KEPT = 1 << 20;

  private final Throwable cause;
  private final List<String> arguments;
  private final Path folder;

  /**
   * @param folder where the files are written
   */
  IncidentReport(Throwable cause, List<String> arguments, Path folder) {
    this.cause = cause;
    this.arguments = arguments;
    this.folder = folder;
  }

  /** Writes the files and says where they are, in a few lines without a stack trace. */
  void report(PrintStream err) {
    err.println("bosett: a defect of ours, not of your input: " + summary());
    String text = text();
    Path kept = keep("bosett-defect-" + id(text) + ".txt", text);
    err.println(kept == null ? text : "bosett: all that is needed to see it again is in " + kept);
    if (cause instanceof DefectException defect) {
      String document = CertificateFile.of(defect.problem(), defect.result()).json() + "\n";
      Path certificate = keep("bosett-defect-" + id(text) + ".json", document);
      if (certificate != null) {
        err.println("bosett: the refuted answer, for the command check, is in " + certificate);
      }
    }
  }

  private String summary() {
    String message = cause.getMessage();
    return message == null
        ? cause.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }

  private String text() {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    out.println(
        "bosett " + VersionProvider.text() + ", Java " + System.getProperty("java.version"));
    out.println(System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    out.println("command line: " + String.join(" ", shown()));
    cause.printStackTrace(out);
    arguments.forEach(argument -> addDocument(argument, out));
    out.flush();
    return text.toString();
  }

  /** The arguments without passwords, which only addresses of databases have. */
  private List<String> shown() {
    return arguments.stream()
        .map(
            argument ->
                argument.contains("jdbc:")
                    ? argument.replaceFirst("jdbc:.*", "jdbc:...")
                    : argument)
        .toList();
  }

  /** Adds the content of an argument that names a file of reasonable size. */
  private static void addDocument(String argument, PrintWriter out) {
    try {
      Path file = Path.of(argument);
      if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_KEPT) {
        out.println("--- " + argument);
        out.println(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      }
    } catch (IOException | RuntimeException e) {
      out.println("--- " + argument + " cannot be kept: " + e.getMessage());
    }
  }

  private static String id(String text) {
    return Sha256.hex(text).substring(0, ID_LENGTH);
  }

  private @Nullable Path keep(String name, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (Path place : List.of(folder, Path.of(System.getProperty("java.io.tmpdir")))) {
      try {
        Path file = place.resolve(name).toAbsolutePath();
        AtomicFile.write(file, stream -> stream.write(bytes));
        return file;
      } catch (IOException e) {
        // The next place is tried.
      }
    }
    return null;
  }
}
