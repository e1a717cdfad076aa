package io.bosett.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the tables of broken documents under {@code src/test/resources/broken}. A case:
 *
 * <pre>
 * === its name
 * @ file         which file is edited (datasets only)
 * - text         this text, which stands there exactly once, or the whole file when it is empty,
 * + text         becomes this one; \n \r \t \\ and \xNN (a byte) can be written
 * !              the file is missing (datasets only)
 * ~              the JSON Schema cannot see what is wrong
 * > a fault      all faults in order, as they print
 * </pre>
 */
final class BrokenCases {
  /** What a file becomes that is missing. */
  static final String MISSING = "missing";

  private BrokenCases() {}

  /** One broken document and all its faults. */
  record Case(String name, List<Edit> edits, boolean beyondSchema, List<String> faults) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** A change to a file of the sound document; texts hold one byte per character. */
  record Edit(String file, String from, String to) {
    String apply(String bytes) {
      if (from.isEmpty()) {
        return to;
      }
      int at = bytes.indexOf(from);
      if (at < 0 || bytes.indexOf(from, at + 1) >= 0) {
        throw new IllegalArgumentException("'" + from + "' does not stand exactly once");
      }
      return bytes.substring(0, at) + to + bytes.substring(at + from.length());
    }
  }

  static List<Case> read(String resource) {
    List<Case> cases = new ArrayList<>();
    List<String> block = new ArrayList<>();
    for (String line : text(resource).lines().toList()) {
      if (line.startsWith("=== ")) {
        add(cases, block);
        block.clear();
      }
      block.add(line);
    }
    add(cases, block);
    return cases;
  }

  private static String text(String resource) {
    try (InputStream in = BrokenCases.class.getResourceAsStream("/broken/" + resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(List<Case> cases, List<String> block) {
    if (block.isEmpty() || !block.get(0).startsWith("=== ")) {
      return;
    }
    List<Edit> edits = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    boolean beyondSchema = false;
    String file = "";
    String from = "";
    for (String line : block.subList(1, block.size())) {
      String rest = line.length() > 2 ? line.substring(2) : "";
      switch (line.isEmpty() ? ' ' : line.charAt(0)) {
        case '@' -> file = rest;
        case '-' -> from = bytes(rest);
        case '+' -> edits.add(new Edit(file, from, bytes(rest)));
        case '!' -> edits.add(new Edit(file, "", MISSING));
        case '~' -> beyondSchema = true;
        case '>' -> faults.add(rest);
        default -> {}
      }
    }
    cases.add(new Case(block.get(0).substring(4), edits, beyondSchema, faults));
  }

  /** The text as UTF-8, one character per byte, with escapes replaced. */
  private static String bytes(String text) {
    String raw = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      char next = raw.charAt(++i);
      switch (next) {
        case 'n' -> out.append('\n');
        case 'r' -> out.append('\r');
        case 't' -> out.append('\t');
        case 'x' -> {
          out.append((char) Integer.parseInt(raw.substring(i + 1, i + 3), 16));
          i += 2;
        }
        default -> out.append(next);
      }
    }
    return out.toString();
  }
}
