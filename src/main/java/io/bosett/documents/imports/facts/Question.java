package io.bosett.documents.imports.facts;

import java.util.List;

/**
 * What only a person can decide.
 *
 * @param text what is asked, and why
 * @param flag the flag of the command line that answers it, with the choices
 * @param form the same for a form
 */
public record Question(String text, String flag, Form form) {
  /**
   * How a form answers: the field takes {@code before}, the answer, {@code after}.
   *
   * @param field the name of the flag, see {@link AnswerFlags}
   * @param before the answer in the field's value
   * @param after the answer in the field's value
   * @param choices the answers there are
   * @param isOpen whether other answers than the choices are allowed
   */
  public record Form(
      String field, String before, String after, List<String> choices, boolean isOpen) {
    public Form {
      choices = List.copyOf(choices);
    }

    /** Any text. */
    public static Form open(String field, String before, String after) {
      return new Form(field, before, after, List.of(), true);
    }

    /** One of some. */
    public static Form among(String field, String before, List<String> choices) {
      return new Form(field, before, "", choices, false);
    }
  }

  @Override
  public String toString() {
    return text + "; answer with " + flag;
  }
}
