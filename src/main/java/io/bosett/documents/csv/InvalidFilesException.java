package io.bosett.documents.csv;

import java.util.List;
import java.util.stream.Collectors;

/** Bad input: a dataset folder with errors; carries all of them. */
public final class InvalidFilesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileFault> faults;

  /**
   * @param faults all errors found, at least one
   */
  public InvalidFilesException(List<FileFault> faults) {
    super(faults.stream().map(FileFault::toString).collect(Collectors.joining("\n")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no faults given, expected at least one");
    }
    this.faults = List.copyOf(faults);
  }

  /** All errors, file by file, in the order of the lines. */
  public List<FileFault> faults() {
    return faults;
  }

  /** A copy with the files named within their folder. */
  public InvalidFilesException in(String folder) {
    return new InvalidFilesException(faults.stream().map(fault -> fault.in(folder)).toList());
  }
}
