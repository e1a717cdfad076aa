package io.bosett.program.figures;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The value of a function at the last key that it was asked for. Not for several threads. */
public final class Memo<K, V> {
  private final Function<? super K, ? extends V> function;
  private @Nullable K key;
  private @Nullable V value;

  /**
   * @param function whose value depends on its argument alone
   */
  public Memo(Function<? super K, ? extends V> function) {
    this.function = function;
  }

  /** The value at a key. */
  public V at(K wanted) {
    V known = value;
    if (known == null || !wanted.equals(key)) {
      known = function.apply(wanted);
      key = wanted;
      value = known;
    }
    return known;
  }
}
