package io.bosett.store.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * A SQL statement with named parameters ({@code :name}), parsed once and executed often by plain
 * JDBC, which takes a question mark for each occurrence of a name. String literals, quoted
 * identifiers, comments and casts ({@code ::type}) hold no parameters.
 */
public final class NamedStatement {
  private static final Pattern TOKEN =
      Pattern.compile(
          "'[^']*'|\"[^\"]*\"|--[^\n]*|/\\*(?s:.*?)\\*/|::|:([A-Za-z_]\\w*)|([?'\"]|/\\*)");

  private final String positional;
  private final Map<String, Integer> indexes;

  /** The name of each question mark, by its index. */
  private final int[] order;

  private NamedStatement(String positional, Map<String, Integer> indexes, int[] order) {
    this.positional = positional;
    this.indexes = indexes;
    this.order = order;
  }

  /**
   * Parses a statement.
   *
   * @throws IllegalArgumentException when it has question marks of its own, or a literal or comment
   *     that does not end
   */
  public static NamedStatement of(String sql) {
    StringBuilder positional = new StringBuilder(sql.length());
    Map<String, Integer> indexes = new LinkedHashMap<>();
    List<Integer> order = new ArrayList<>();
    Matcher token = TOKEN.matcher(sql);
    while (token.find()) {
      if (token.group(2) != null) {
        throw new IllegalArgumentException(
            "a "
                + token.group()
                + " at "
                + token.start()
                + " that is neither text nor name: "
                + sql);
      }
      @Nullable String name = token.group(1);
      token.appendReplacement(
          positional, name == null ? Matcher.quoteReplacement(token.group()) : "?");
      if (name != null) {
        indexes.putIfAbsent(name, indexes.size());
        order.add(indexes.get(name));
      }
    }
    token.appendTail(positional);
    int[] names = order.stream().mapToInt(Integer::intValue).toArray();
    return new NamedStatement(positional.toString(), indexes, names);
  }

  /** An execution on a connection, whose parameters are to be bound. */
  public BoundStatement on(Handle handle) {
    return new BoundStatement(this, handle, new Object[indexes.size()]);
  }

  /** The text with a question mark for each parameter. */
  String positional() {
    return positional;
  }

  /** The number of question marks. */
  int parameters() {
    return order.length;
  }

  /** The index of the name of a question mark, both from 0. */
  int indexAt(int position) {
    return order[position];
  }

  /**
   * The index of a name, from 0, in the order of first occurrence.
   *
   * @throws IllegalArgumentException when the statement has no such name
   */
  int indexOf(String name) {
    @Nullable Integer index = indexes.get(name);
    if (index == null) {
      throw new IllegalArgumentException(
          "no parameter '"
              + name
              + "' in a statement with "
              + indexes.keySet()
              + ": "
              + positional);
    }
    return index;
  }

  /** The name with an index. */
  String name(int index) {
    return List.copyOf(indexes.keySet()).get(index);
  }
}
