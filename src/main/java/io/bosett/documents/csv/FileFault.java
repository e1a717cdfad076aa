package io.bosett.documents.csv;

/**
 * An error in a file.
 *
 * @param file its name, within the folder or with it
 * @param line from 1; 0 when the error concerns the whole file
 * @param column character of the line, from 1; 0 when the error concerns the whole file
 * @param detail what was found and what is expected, as the rest of a sentence about the place
 */
public record FileFault(String file, int line, int column, String detail) {
  /** An error that concerns the whole file. */
  public static FileFault ofWhole(String file, String detail) {
    return new FileFault(file, 0, 0, detail);
  }

  /** A copy with the file named within its folder. */
  public FileFault in(String folder) {
    return new FileFault(folder + "/" + file, line, column, detail);
  }

  @Override
  public String toString() {
    return line == 0 ? file + ": " + detail : file + ":" + line + ":" + column + ": " + detail;
  }
}
