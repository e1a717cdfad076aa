package io.bosett.documents.json;

import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/**
 * A cache of the JSON of immutable lists, by identity: the same object is written as the same text.
 * Threads may overwrite each other's entries, which are never wrong: a record's fields are final.
 *
 * @param <T> what the lists hold
 */
final class WrittenLists<T> {
  /** So many lists are kept, those written first the latest; a power of two. */
  private static final int MOST = 8;

  /** Longer lists are not kept, because they would take much memory. */
  static final int LONGEST = 1_000;

  private final BiConsumer<JsonWriter, T> writer;
  private final @Nullable Written[] written = new Written[MOST];
  private int next;

  private record Written(List<?> list, SerializableString json) {}

  WrittenLists(BiConsumer<JsonWriter, T> writer) {
    this.writer = writer;
  }

  /** Writes a field with a list. */
  void write(JsonWriter out, String name, List<T> list) {
    if (list.size() > LONGEST) {
      out.list(name, list, writer);
    } else {
      out.name(name).raw(json(list));
    }
  }

  @SuppressWarnings("ReferenceEquality") // an equal list is written anew, which is never wrong
  private SerializableString json(List<T> list) {
    for (Written known : written) {
      if (known != null && known.list == list) {
        return known.json;
      }
    }
    String text = JsonWriter.text(out -> out.list(list, writer));
    Written added = new Written(list, new SerializedString(text));
    written[next++ & (MOST - 1)] = added;
    return added.json;
  }
}
