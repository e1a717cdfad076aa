package io.bosett.http.protocol;

import io.bosett.common.RandomIds;
import io.bosett.model.Sha256;
import io.bosett.store.KeyStore.KeptKey;
import io.bosett.store.KeyStore.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * API keys of the form {@code <id>.<secret>}, both random. The secret has 256 bits, so its plain
 * SHA-256 is as safe to store as a slow password hash.
 */
public final class ApiKeys {
  private static final int ID_BYTES = 8;
  private static final int SECRET_BYTES = 32;

  /** The hash that a token with an unknown id is compared with, so that timing reveals no id. */
  private static final String NOBODYS_HASH = "0".repeat(64);

  private ApiKeys() {}

  /**
   * A new key.
   *
   * @param kept what the store keeps
   * @param token the full key, which is shown once and cannot be recovered
   */
  public record NewKey(KeptKey kept, String token) {}

  /** Creates a key. */
  public static NewKey create(String name, Role role) {
    String id = RandomIds.hex(ID_BYTES);
    String secret = RandomIds.urlSafe(SECRET_BYTES);
    Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
    return new NewKey(new KeptKey(id, name, role, hash(secret), now), id + "." + secret);
  }

  /**
   * The key that a token belongs to, or null; compares in constant time, for unknown ids as well.
   */
  static @Nullable KeptKey match(String token, Map<String, KeptKey> keys) {
    int dot = token.indexOf('.');
    String id = dot < 0 ? "" : token.substring(0, dot);
    String secret = token.substring(dot + 1);
    KeptKey key = keys.get(id);
    String expected = key == null ? NOBODYS_HASH : key.hash();
    boolean same =
        MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.US_ASCII),
            hash(secret).getBytes(StandardCharsets.US_ASCII));
    return same ? key : null;
  }

  private static String hash(String secret) {
    return Sha256.hex(secret);
  }
}
