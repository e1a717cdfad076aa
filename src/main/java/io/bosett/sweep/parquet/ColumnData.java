package io.bosett.sweep.parquet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column and its values, null where there is none. Values are {@code Long}, {@code Double},
 * {@code String} or {@code byte[]} as the type says.
 */
public final class ColumnData {
  private final String name;
  private final ColumnType type;
  private final boolean optional;
  private final List<@Nullable Object> values = new ArrayList<>();

  /**
   * @param optional whether it may have nulls
   */
  public ColumnData(String name, ColumnType type, boolean optional) {
    this.name = name;
    this.type = type;
    this.optional = optional;
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** The type. */
  public ColumnType type() {
    return type;
  }

  /** Whether it may have nulls. */
  public boolean isOptional() {
    return optional;
  }

  /** The number of values, nulls included. */
  public int size() {
    return values.size();
  }

  /** Adds a value; null only to an optional column. */
  public void add(@Nullable Object value) {
    if (value == null && !optional) {
      throw new IllegalArgumentException("column " + name + " has a value in every row");
    }
    values.add(value);
  }

  /** All values, in the order of the rows. */
  public List<@Nullable Object> values() {
    return Collections.unmodifiableList(values);
  }
}
