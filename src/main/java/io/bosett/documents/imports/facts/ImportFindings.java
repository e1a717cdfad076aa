package io.bosett.documents.imports.facts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is found out about one file while it is read, each thing once. */
public final class ImportFindings {
  private static final int MOST = 1_000;

  private final Set<String> refusals = new LinkedHashSet<>();
  private final Set<Question> questions = new LinkedHashSet<>();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final Set<Skipped> skipped = new LinkedHashSet<>();

  /** The file cannot be used as it is. */
  public void refuse(String why) {
    add(refusals, why);
  }

  /** A person must decide. */
  public void ask(String text, String flag, Question.Form form) {
    add(questions, new Question(text, flag, form));
  }

  /** Worth knowing; nothing stops. */
  public void warn(String what) {
    add(warnings, what);
  }

  /** Something is left out. */
  public void skip(String label, String reason) {
    add(skipped, new Skipped(label, reason));
  }

  private static <T> void add(Set<T> set, T item) {
    if (set.size() < MOST) {
      set.add(item);
    }
  }

  public boolean isSound() {
    return refusals.isEmpty() && questions.isEmpty();
  }

  public boolean isRefused() {
    return !refusals.isEmpty();
  }

  public List<String> refusals() {
    return new ArrayList<>(refusals);
  }

  public List<Question> questions() {
    return new ArrayList<>(questions);
  }

  public List<String> warnings() {
    return new ArrayList<>(warnings);
  }

  public List<Skipped> skipped() {
    return new ArrayList<>(skipped);
  }
}
