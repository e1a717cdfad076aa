package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemError;
import io.bosett.http.problem.ProblemTypes;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of a request, with validation: all errors are collected and answered in one
 * 400.
 */
public final class QueryParameters {
  private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");
  private static final int LONGEST = 400;

  private final Map<String, String> given = new TreeMap<>();
  private final List<ProblemError> faults = new ArrayList<>();

  /**
   * @param known names; unknown names and repeated ones are errors
   */
  public QueryParameters(Context ctx, String... known) {
    List<String> names = Arrays.asList(known);
    for (Map.Entry<String, List<String>> entry : QueryString.read(ctx.queryString()).entrySet()) {
      String name = entry.getKey();
      if (!names.contains(name)) {
        faults.add(ProblemError.ofParameter(name, "is not known here", names));
      } else if (entry.getValue().isEmpty()) {
        faults.add(ProblemError.ofParameter(name, "cannot be decoded", "UTF-8, percent-encoded"));
      } else if (entry.getValue().size() != 1) {
        faults.add(ProblemError.ofParameter(name, "is given more than once", "once"));
      } else if (entry.getValue().get(0).length() > LONGEST) {
        faults.add(
            ProblemError.ofParameter(name, "is too long", "at most " + LONGEST + " characters"));
      } else {
        given.put(name, entry.getValue().get(0));
      }
    }
  }

  /** The value, or null when absent. */
  public @Nullable String text(String name) {
    return given.get(name);
  }

  int whole(String name, int least, int most, int otherwise) {
    String text = given.get(name);
    if (text == null) {
      return otherwise;
    }
    int value = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      faults.add(ProblemError.ofParameter(name, "is '" + text + "'", least + ".." + most));
      return otherwise;
    }
    return value;
  }

  public <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
    List<E> constants = List.of(type.getEnumConstants());
    String word = choice(name, constants.stream().map(Enum::name).toList());
    return word == null ? null : Enum.valueOf(type, word);
  }

  /** One of the allowed words, or null when absent. */
  public @Nullable String choice(String name, Collection<String> words) {
    String text = given.get(name);
    if (text == null || words.contains(text)) {
      return text;
    }
    faults.add(ProblemError.ofParameter(name, "is '" + text + "'", List.copyOf(words)));
    return null;
  }

  /** Adds an error when a value is not sound. */
  public void fault(String name, String value, boolean sound, String expected) {
    if (!sound) {
      faults.add(ProblemError.ofParameter(name, "is '" + value + "'", expected));
    }
  }

  /** Adds an error. */
  void fault(ProblemError error) {
    faults.add(error);
  }

  /** Throws the problem with all errors, if there are any. */
  public void check() {
    if (!faults.isEmpty()) {
      throw ProblemTypes.invalidParameters(faults).exception();
    }
  }
}
