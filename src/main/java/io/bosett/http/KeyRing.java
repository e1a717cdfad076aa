package io.bosett.http;

import io.bosett.store.KeyStore;
import io.bosett.store.KeyStore.KeptKey;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The keys, read again each second: so long one that was taken back may still serve. */
final class KeyRing {
  private static final long SECOND = 1_000_000_000;

  private final KeyStore store;
  private volatile @Nullable Loaded loaded;

  KeyRing(KeyStore store) {
    this.store = store;
  }

  private record Loaded(Map<String, KeptKey> keys, long nanoTime) {
    boolean isFresh() {
      return System.nanoTime() - nanoTime < SECOND;
    }
  }

  /** By id; throws when the store does not answer, for nobody is let in unknown. */
  Map<String, KeptKey> keys() {
    Loaded now = loaded;
    if (now == null || !now.isFresh()) {
      Map<String, KeptKey> keys =
          store.all().stream().collect(Collectors.toMap(KeptKey::id, Function.identity()));
      now = new Loaded(keys, System.nanoTime());
      loaded = now;
    }
    return now.keys;
  }
}
