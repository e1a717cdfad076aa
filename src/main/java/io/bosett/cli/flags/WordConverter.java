package io.bosett.cli.flags;

import java.util.Iterator;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The value of an option that is one of some words, in the order in which help lists them. */
public abstract class WordConverter<T> implements ITypeConverter<T>, Iterable<String> {
  private final Map<String, T> values;

  public WordConverter(Map<String, T> values) {
    this.values = values;
  }

  @Override
  public T convert(String word) {
    T value = values.get(word);
    if (value == null) {
      throw new TypeConversionException(
          "expected one of " + values.keySet() + " (case-sensitive) but was '" + word + "'");
    }
    return value;
  }

  @Override
  public Iterator<String> iterator() {
    return values.keySet().iterator();
  }
}
