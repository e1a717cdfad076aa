package io.bosett.cli.flags;

import io.bosett.documents.text.Language;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** {@code --language} of commands that answer in sentences. */
public final class LanguageFlag {
  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      converter = Languages.class,
      completionCandidates = Languages.class,
      description = "Language of the output, one of: ${COMPLETION-CANDIDATES}; default en.")
  public Language language = Language.EN;

  /** The values. */
  static final class Languages extends WordConverter<Language> {
    Languages() {
      super(
          Stream.of(Language.values())
              .collect(
                  Collectors.toMap(
                      Language::tag, one -> one, (one, other) -> one, LinkedHashMap::new)));
    }
  }
}
