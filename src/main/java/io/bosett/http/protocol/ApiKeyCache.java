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
 * A cache of the API keys. Reloaded every second, so a revoked key may be accepted for up to 1 s.
 * Once a key has existed in this process, a key is required even after the last one is revoked:
 * revoking a key must not open the service to everybody.
 */
public final class ApiKeyCache {
  private static final Logger LOG = LoggerFactory.getLogger(ApiKeyCache.class);
  private static final long SECOND = 1_000_000_000;

  private final KeyStore store;
  private volatile @Nullable Loaded loaded;
  private volatile boolean hadKeys;
  private boolean saidGone;

  /**
   * Reads the keys at once, so that a key revoked before the first request still makes keys
   * required.
   */
  public ApiKeyCache(KeyStore store) {
    this.store = store;
    this.hadKeys = !store.all().isEmpty();
  }

  private record Loaded(Map<String, KeptKey> keys, long nanoTime) {
    boolean isFresh() {
      return System.nanoTime() - nanoTime < SECOND;
    }
  }

  /** The keys by id; throws when the store is unavailable, so that authentication fails closed. */
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
              "no API key is left: all requests are refused until one is added; when restarted on"
                  + " loopback, the service is open to everybody");
    }
  }

  /** Whether any key has existed since this process started. */
  boolean hadKeys() {
    return hadKeys;
  }
}
