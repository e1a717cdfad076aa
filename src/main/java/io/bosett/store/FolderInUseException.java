package io.bosett.store;

import java.nio.file.Path;

/** Another process holds the lock on the folder of an embedded store. */
public final class FolderInUseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Names the folder and the process. */
  public FolderInUseException(Path folder, String process) {
    super(folder + " is in use by process " + process);
  }
}
