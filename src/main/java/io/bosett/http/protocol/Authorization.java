package io.bosett.http.protocol;

import io.bosett.http.problem.ProblemTypes;
import io.bosett.store.KeyStore.KeptKey;
import io.bosett.store.KeyStore.Role;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Authentication by bearer token and authorization by role. A key is required when the service
 * listens beyond loopback, and as soon as one exists, even after it is revoked.
 */
public final class Authorization {
  private static final String BEARER = "bearer ";

  private final ApiKeyCache keyCache;
  private final FailedKeys failedKeys;
  private final boolean always;

  /**
   * @param failedKeys limits how many wrong keys are answered
   * @param always whether a key is required even when none exists
   */
  public Authorization(ApiKeyCache keyCache, FailedKeys failedKeys, boolean always) {
    this.keyCache = keyCache;
    this.failedKeys = failedKeys;
    this.always = always;
  }

  /**
   * Authenticates the caller; throws 401 without a valid key and 403 when the role does not
   * suffice, and 429 when the client has sent too many wrong keys.
   */
  Caller caller(Context ctx, Role needed) {
    Map<String, KeptKey> keys = keyCache.keys();
    if (!always && !keyCache.hadKeys()) {
      return new Caller(Exchange.of(ctx).client(), Role.ADMIN);
    }
    Caller caller = known(ctx, keys);
    if (!caller.may(needed)) {
      throw ProblemTypes.roleTooLow(word(caller.role()), word(needed)).exception();
    }
    return caller;
  }

  private Caller known(Context ctx, Map<String, KeptKey> keys) {
    @Nullable String header = HeaderValues.single(ctx, "Authorization");
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw ProblemTypes.keyNeeded().exception();
    }
    String token = header.substring(BEARER.length()).strip();
    KeptKey key = ApiKeys.match(token, keys);
    if (key == null) {
      Exchange exchange = Exchange.of(ctx);
      int seconds = failedKeys.count(exchange.client());
      if (seconds > 0) {
        exchange.unlogged();
        throw ProblemTypes.tooManyKeys(Duration.ofSeconds(seconds)).exception();
      }
      throw ProblemTypes.keyUnknown().exception();
    }
    return new Caller(key.id(), key.role());
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
