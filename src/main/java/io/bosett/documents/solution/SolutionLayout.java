package io.bosett.documents.solution;

import io.bosett.model.CountPhrases;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The layouts of solution files, each as its solver documents it. */
enum SolutionLayout {
  /**
   * {@code highs --solution_file}: sections, columns with their values: all of them, or, when their
   * number is negative, those that are not 0, each with its position.
   */
  HIGHS("HiGHS", first -> first.equals("Model status")) {
    @Override
    SolutionFile read(List<String> lines, SolutionFile.Values values) {
      String claim = lines.size() > 1 ? lines.get(1).strip() : "";
      int from = after(lines, "# Columns -?\\d{1,9}");
      int count = from < 0 ? 0 : number(lines.get(from - 1));
      int end = from + Math.abs(count);
      if (end > lines.size()) {
        String there = CountPhrases.of(lines.size() - from, "line", "lines");
        values.fault(from, "says " + Math.abs(count) + " columns, and " + there + " follow");
      }
      for (int i = from; i >= 0 && i < Math.min(end, lines.size()); i++) {
        String line = lines.get(i);
        pair(count < 0 ? line.replaceFirst("\\s+\\d+\\s*$", "") : line, i + 1, values);
      }
      return new SolutionFile(solver(), claim, values.byName, count >= 0);
    }
  },
  /** The same with {@code write_solution_style} 1: tables, of which empty cells are blanks. */
  HIGHS_PRETTY("HiGHS", first -> first.equals("Columns")) {
    @Override
    SolutionFile read(List<String> lines, SolutionFile.Values values) {
      String claim = "";
      int at = after(lines, ".* Primal .* Name\\s*");
      int from = at < 0 ? 0 : lines.get(at - 1).indexOf("Upper") + "Upper".length();
      int end = at < 0 ? 0 : lines.get(at - 1).indexOf("Primal") + "Primal".length();
      for (int i = at; i >= 0 && i < lines.size() && !lines.get(i).equals("Rows"); i++) {
        String[] words = words(lines.get(i));
        if (words.length < 4 || lines.get(i).length() <= end) {
          values.fault(i + 1, "is '" + lines.get(i) + "'; expected a row of the table of columns");
        } else if (!lines.get(i).substring(from, end).isBlank()) {
          String value = lines.get(i).substring(from, end).strip();
          values.add(i + 1, words[words.length - 1], value);
        }
      }
      for (String line : lines) {
        claim = line.startsWith(STATUS) ? line.substring(STATUS.length()).strip() : claim;
      }
      return new SolutionFile(solver(), claim, values.byName, true);
    }
  },
  /**
   * {@code write solution}: the columns that are not 0, each with its part of the objective.
   * PySCIPOpt leaves out the first line, which has the status.
   */
  SCIP(
      "SCIP",
      first -> first.startsWith("solution status:") || first.startsWith("objective value:")) {
    @Override
    SolutionFile read(List<String> lines, SolutionFile.Values values) {
      String first = lines.get(0);
      boolean hasStatus = first.startsWith("solution status:");
      String claim = hasStatus ? first.substring("solution status:".length()).strip() : "nothing";
      for (int i = hasStatus ? 1 : 0; i < lines.size(); i++) {
        boolean isText =
            lines.get(i).isBlank()
                || lines.get(i).startsWith("objective value:")
                || lines.get(i).strip().equals("no solution available");
        if (!isText) {
          pair(lines.get(i).replaceFirst("\\(obj:.*\\)\\s*$", ""), i + 1, values);
        }
      }
      return new SolutionFile(solver(), claim, values.byName, false);
    }
  },
  /** {@code solution FILE}: number, name, value, reduced cost of the columns that are not 0. */
  CBC("CBC", first -> first.matches(".* - objective value .*")) {
    @Override
    SolutionFile read(List<String> lines, SolutionFile.Values values) {
      String claim = lines.get(0).replaceFirst(" - objective value .*", "");
      for (int i = 1; i < lines.size(); i++) {
        if (lines.get(i).isBlank()) {
          continue;
        }
        // Two asterisks mark what is out of its limits.
        String[] words = words(lines.get(i).replaceFirst("^\\s*\\*\\*", ""));
        if (words.length == 4) {
          values.add(i + 1, words[1], words[2]);
        } else {
          values.fault(i + 1, "is '" + lines.get(i) + "'; expected number, name, value and cost");
        }
      }
      return new SolutionFile(solver(), claim, values.byName, false);
    }
  },
  /** {@code glpsol --output}: tables of rows and of all columns; a long name has its own line. */
  GLPSOL("glpsol", first -> first.startsWith("Problem:")) {
    @Override
    SolutionFile read(List<String> lines, SolutionFile.Values values) {
      String claim = "";
      for (String line : lines.subList(0, Math.min(10, lines.size()))) {
        claim = line.startsWith("Status:") ? line.substring("Status:".length()).strip() : claim;
      }
      int at = after(lines, "\\s*No\\.\\s+Column name .*");
      for (int i = at + 1; at >= 0 && i < lines.size() && !lines.get(i).isBlank(); i++) {
        Matcher row = GLPSOL_COLUMN.matcher(lines.get(i));
        if (row.matches() && row.group(2) == null && i + 1 < lines.size()) {
          i++;
          row = GLPSOL_COLUMN.matcher("1 " + row.group(1) + " " + lines.get(i));
        }
        if (row.matches() && row.group(2) != null) {
          values.add(i + 1, row.group(1), row.group(2));
        } else {
          values.fault(i + 1, "is '" + lines.get(i) + "'; expected number, name and activity");
        }
      }
      boolean found = !claim.contains("UNDEFINED") && !claim.contains("EMPTY");
      if (!found) {
        values.byName.clear();
      }
      return new SolutionFile(solver(), claim, values.byName, true);
    }
  };

  static final String ALLOWED =
      "HiGHS --solution_file, SCIP 'write solution', CBC 'solution', glpsol --output";

  private static final String STATUS = "Model status:";

  private static final Pattern GLPSOL_COLUMN =
      Pattern.compile(
          "\\s*\\d+\\s+(\\S+)(?:\\s+(?:(?:\\*|B|NL|NU|NF|NS)\\s+)?(-?[0-9]\\S*).*)?\\s*");

  private final String solver;

  @SuppressWarnings("ImmutableEnumChecker") // a function without state
  private final Predicate<String> first;

  SolutionLayout(String solver, Predicate<String> first) {
    this.solver = solver;
    this.first = first;
  }

  String solver() {
    return solver;
  }

  boolean recognizes(List<String> lines) {
    return !lines.isEmpty() && first.test(lines.get(0));
  }

  /** Reads the file; what is wrong is reported to {@code values}. */
  abstract SolutionFile read(List<String> lines, SolutionFile.Values values);

  /** The position after the first line of a form, or -1. */
  private static int after(List<String> lines, String form) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).matches(form)) {
        return i + 1;
      }
    }
    return -1;
  }

  private static int number(String heading) {
    return Integer.parseInt(heading.substring(heading.lastIndexOf(' ') + 1));
  }

  private static String[] words(String line) {
    return line.strip().split("\\s+");
  }

  /** A line of a name and a value. */
  private static void pair(String line, int number, SolutionFile.Values values) {
    String[] words = words(line);
    if (words.length == 2) {
      values.add(number, words[0], words[1]);
    } else {
      values.fault(number, "is '" + line + "'; expected a name and a value");
    }
  }
}
