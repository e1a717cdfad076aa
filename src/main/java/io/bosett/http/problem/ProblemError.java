package io.bosett.http.problem;

import io.bosett.documents.csv.FileFault;
import io.bosett.documents.json.JsonWriter;
import io.bosett.model.JsonPointers;
import io.bosett.model.Violation;
import java.util.List;

/**
 * One of the errors that a problem document lists.
 *
 * @param in where the place is: {@code body}, {@code query}, {@code header}, {@code form}, or
 *     {@code files} of an upload
 * @param pointer JSON pointer to it
 * @param detail what was found there
 * @param allowed in words, empty when the detail says it all
 * @param choices the allowed values where they can be listed
 */
public record ProblemError(
    String in, String pointer, String detail, String allowed, List<String> choices) {
  static ProblemError of(Violation v) {
    return new ProblemError("body", v.pointer(), v.detail(), v.allowed(), v.choices());
  }

  /** An error in a file of an upload: file, line and column, both counted from 1. */
  static ProblemError of(FileFault f) {
    String file = "/" + JsonPointers.escaped(f.file());
    String pointer = f.line() == 0 ? file : file + "/" + f.line() + "/" + f.column();
    return new ProblemError("files", pointer, f.detail(), "", List.of());
  }

  public static ProblemError ofParameter(String name, String detail, String allowed) {
    return new ProblemError("query", "/" + JsonPointers.escaped(name), detail, allowed, List.of());
  }

  public static ProblemError ofParameter(String name, String detail, List<String> choices) {
    return new ProblemError("query", "/" + JsonPointers.escaped(name), detail, "", choices);
  }

  /** An error in a field of a form, by its name as a pointer. */
  public static ProblemError ofForm(String pointer, String detail, String allowed) {
    return new ProblemError("form", pointer, detail, allowed, List.of());
  }

  static ProblemError ofHeader(String name, String detail, String allowed) {
    return new ProblemError("header", "/" + JsonPointers.escaped(name), detail, allowed, List.of());
  }

  void write(JsonWriter out) {
    out.object(
        () -> {
          out.text("pointer", pointer).text("detail", detail);
          if (!in.equals("body")) {
            out.text("in", in);
          }
          if (!choices.isEmpty()) {
            out.texts("allowed", choices);
          } else if (!allowed.isEmpty()) {
            out.text("allowed", allowed);
          }
        });
  }
}
