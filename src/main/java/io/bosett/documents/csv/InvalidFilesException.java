package io.bosett.documents.csv;

import java.util.List;
import java.util.stream.Collectors;

/** A dataset folder that cannot be used; carries all faults of all its files. */
public final class InvalidFilesException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<FileFault> faults;

  /**
   * @param faults all faults found, at least one
   */
  public InvalidFilesException(List<FileFault> faults) {
    super(faults.stream().map(FileFault::toString).collect(Collectors.joining("\n")));
    if (faults.isEmpty()) {
      throw new IllegalArgumentException("no faults given, expected at least one");
    }
    this.faults = List.copyOf(faults);
  }

  /** All faults, file by file, in the order of the lines. */
  public List<FileFault> faults() {
    return faults;
  }

  /** The same with the files named within their folder. */
  public InvalidFilesException in(String folder) {
    return new InvalidFilesException(faults.stream().map(fault -> fault.in(folder)).toList());
  }
}
