package io.bosett.analysis;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The kinds of analyses, by the word that documents use. */
public enum AnalysisKind {
  /** Who is always in, never in, or may go either way, within a loss. */
  STABILITY("stability"),
  /** Over which weights of a criterion each stays. */
  WEIGHTS("weights"),
  /** Who would come next, and who would be out first. */
  QUEUE("queue"),
  /** The smallest change that would bring a municipality in, or push it out. */
  WHY_NOT("whyNot");

  private final String word;

  AnalysisKind(String word) {
    this.word = word;
  }

  /** The kind of a word; null when there is none. */
  public static @Nullable AnalysisKind ofWord(@Nullable String word) {
    return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst().orElse(null);
  }

  /** The words of all kinds. */
  public static List<String> words() {
    return Arrays.stream(values()).map(AnalysisKind::word).toList();
  }

  /** The word in documents. */
  public String word() {
    return word;
  }
}
