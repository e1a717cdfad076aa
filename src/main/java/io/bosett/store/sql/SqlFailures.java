package io.bosett.store.sql;

import io.bosett.store.StoreUnavailableException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/** Classifies SQL exceptions: database unavailable, lost race, or defect. */
public final class SqlFailures {
  private final Dialect dialect;

  public SqlFailures(Dialect dialect) {
    this.dialect = dialect;
  }

  /** Classifies a failure by the innermost SQL exception that the dialect knows. */
  public Dialect.Meaning meaningOf(Throwable failure) {
    Dialect.Meaning meaning = Dialect.Meaning.DEFECT;
    for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (isNoConnection(cause)) {
        return Dialect.Meaning.UNAVAILABLE;
      }
      if (cause instanceof SQLException sql && dialect.meaningOf(sql) != Dialect.Meaning.DEFECT) {
        meaning = dialect.meaningOf(sql);
      }
    }
    return meaning;
  }

  private static boolean isNoConnection(Throwable cause) {
    return cause instanceof ConnectionException || cause instanceof SQLTransientConnectionException;
  }

  /** The exception for callers: {@link StoreUnavailableException}, or the failure itself. */
  public RuntimeException told(RuntimeException failure) {
    return meaningOf(failure) == Dialect.Meaning.UNAVAILABLE ? unavailable(failure) : failure;
  }

  /** With the driver's message. */
  public static StoreUnavailableException unavailable(Throwable failure) {
    return failure instanceof StoreUnavailableException already
        ? already
        : new StoreUnavailableException("the database says: " + said(failure), failure);
  }

  /** The innermost message; outer ones repeat statements and parameters. */
  private static String said(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    @Nullable String message = root.getMessage();
    return message == null ? root.getClass().getSimpleName() : message;
  }
}
