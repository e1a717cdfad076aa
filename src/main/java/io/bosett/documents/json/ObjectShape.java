package io.bosett.documents.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The format of an object: its fields in the order in which they are written.
 *
 * @param <O> the object
 */
public final class ObjectShape<O> {
  private final List<Field<O, ?>> fields;
  private final List<String> names;

  private ObjectShape(List<Field<O, ?>> fields) {
    this.fields = fields;
    this.names = fields.stream().<String>map(Field::name).toList();
  }

  /** An object with exactly these fields. */
  @SafeVarargs
  public static <O> ObjectShape<O> of(Field<O, ?>... fields) {
    List<Field<O, ?>> list = new ArrayList<>(fields.length);
    for (Field<O, ?> field : fields) {
      list.add(field);
    }
    return new ObjectShape<>(List.copyOf(list));
  }

  /** The rank of a field in the order of writing; one that is not known comes last. */
  int rank(String name) {
    int rank = names.indexOf(name);
    return rank < 0 ? names.size() : rank;
  }

  /** The shape of the object in a field, or of those in its list; null when it is not known. */
  @Nullable ObjectShape<?> inside(String name) {
    int rank = names.indexOf(name);
    return rank < 0 ? null : fields.get(rank).shape();
  }

  /** The words of an enumeration: its names in lower case. */
  public static <E extends Enum<E>> SortedMap<String, E> words(E[] values) {
    SortedMap<String, E> words = new TreeMap<>();
    for (E value : values) {
      words.put(value.name().toLowerCase(Locale.ROOT), value);
    }
    return words;
  }

  /** The fields of an object, others refused; none when it is not an object. */
  public ObjectFields fields(JsonCursor at) {
    return at.fields(names);
  }

  /** Writes the object. */
  public void write(JsonWriter out, O object) {
    out.begin();
    writeFields(out, object);
    out.end();
  }

  /** Writes a field with the object. */
  public void write(JsonWriter out, String name, O object) {
    write(out.name(name), object);
  }

  /** Writes the fields into an open object. */
  public void writeFields(JsonWriter out, O object) {
    for (int i = 0; i < fields.size(); i++) {
      fields.get(i).write(out, object);
    }
  }
}
