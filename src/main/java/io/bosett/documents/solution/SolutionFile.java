package io.bosett.documents.solution;

import io.bosett.documents.csv.FileFaults;
import io.bosett.documents.csv.InvalidFilesException;
import io.bosett.documents.json.Utf8;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A solution as another solver has written it.
 *
 * @param solver its name
 * @param claim what it says of the solution, in its own words
 * @param values by the name of the column
 * @param complete whether every column is listed; else those that are not are 0
 */
public record SolutionFile(
    String solver, String claim, Map<String, BigDecimal> values, boolean complete) {
  /** What is larger is no value of a column; what is as much smaller is 0. */
  private static final int MOST_DIGITS = 400;

  public SolutionFile {
    values = Map.copyOf(values);
  }

  /**
   * Reads a solution file of HiGHS, SCIP, CBC or glpsol, told apart by their first lines.
   *
   * @param name of the file, for errors
   * @throws InvalidFilesException with all errors of the file
   */
  public static SolutionFile read(String name, String text) {
    boolean isMarked = !text.isEmpty() && text.charAt(0) == Utf8.BYTE_ORDER_MARK;
    List<String> lines = (isMarked ? text.substring(1) : text).lines().toList();
    FileFaults faults = new FileFaults(name);
    SolutionLayout layout =
        Arrays.stream(SolutionLayout.values())
            .filter(one -> one.recognizes(lines))
            .findFirst()
            .orElse(null);
    if (layout == null) {
      faults.addOfWhole("is no solution file that is known; allowed: " + SolutionLayout.ALLOWED);
      throw new InvalidFilesException(faults.inOrder());
    }
    Values values = new Values(faults);
    SolutionFile solution = layout.read(lines, values);
    if (values.byName.isEmpty() && faults.isEmpty()) {
      faults.addOfWhole("holds no solution: " + layout.solver() + " says '" + solution.claim + "'");
    }
    if (!faults.isEmpty()) {
      throw new InvalidFilesException(faults.inOrder());
    }
    return solution;
  }

  /** Collects the values of a file. */
  static final class Values {
    final Map<String, BigDecimal> byName = new LinkedHashMap<>();
    private final FileFaults faults;

    Values(FileFaults faults) {
      this.faults = faults;
    }

    /**
     * Adds the value of a column.
     *
     * @param line from 1
     */
    void add(int line, String column, String value) {
      try {
        BigDecimal number = new BigDecimal(value);
        long digits = (long) number.precision() - number.scale();
        if (digits > MOST_DIGITS) {
          throw new NumberFormatException(value);
        }
        if (byName.put(column, digits < -MOST_DIGITS ? BigDecimal.ZERO : number) != null) {
          faults.add(line, 1, "column '" + column + "' stands twice; expected once");
        }
      } catch (NumberFormatException e) {
        faults.add(line, 1, "'" + value + "' is not the value of a column; expected a number");
      }
    }

    void fault(int line, String detail) {
      faults.add(line, 1, detail);
    }
  }
}
