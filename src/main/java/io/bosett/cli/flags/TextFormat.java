package io.bosett.cli.flags;

import picocli.CommandLine.Option;

/** {@code --format} of commands whose answer is a text for people, a document or a table. */
public final class TextFormat {
  /** The values. */
  public enum Word {
    table,
    json,
    csv
  }

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "One of: ${COMPLETION-CANDIDATES}. The default is table.")
  public Word word = Word.table;
}
