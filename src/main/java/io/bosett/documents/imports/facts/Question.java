package io.bosett.documents.imports.facts;

/**
 * What only a person can decide.
 *
 * @param text what is asked, and why
 * @param flag the flag of the command line that answers it, with the choices
 */
public record Question(String text, String flag) {
  @Override
  public String toString() {
    return text + "; answer with " + flag;
  }
}
