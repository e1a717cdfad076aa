package io.bosett.http.protocol;

import io.bosett.store.KeyStore;
import io.bosett.store.KeyStore.KeptKey;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys, read again each second: so long one that was taken back may still serve. A ring that
 * ever had a key stays shut when the last one is taken back: taking a key from somebody must not
 * open the service to everybody.
 */
public final class ApiKeyCache {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyCache.class);
  private static final long SECOND = 1_000_000_000;

  private final KeyStore store;
  private volatile @Nullable Loaded loaded;
  private volatile boolean hadKeys;
  private boolean saidGone;

  /** A key that is there now counts, also if no caller comes before it goes. */
  public ApiKeyCache(KeyStore store) {
    this.store = store;
    this.hadKeys = !store.all().isEmpty();
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
      note(keys.isEmpty());
      now = new Loaded(keys, System.nanoTime());
      loaded = now;
    }
    return now.keys;
  }

  private synchronized void note(boolean isEmpty) {
    if (!isEmpty) {
      hadKeys = true;
      saidGone = false;
    } else if (hadKeys && !saidGone) {
      saidGone = true;
      LOG.atWarn()
          .log(
              "no key is left: nobody is let in until there is one; once started again on"
                  + " loopback, the service is open to everybody");
    }
  }

  /** Whether there was a key at any time since this process began. */
  boolean hadKeys() {
    return hadKeys;
  }
}
