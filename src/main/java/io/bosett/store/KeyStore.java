package io.bosett.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keys of callers, of which only hashes are kept. */
public interface KeyStore {
  /**
   * Keeps a key.
   *
   * @throws IllegalArgumentException when there is one of this id or name
   */
  void add(KeptKey key);

  /** A key that was not revoked. */
  Optional<KeptKey> find(String id);

  /** All that were not revoked, in ascending order of the name. */
  List<KeptKey> all();

  /** Takes a key back; false when there is none. */
  boolean revoke(String id);

  /**
   * A key.
   *
   * @param id the public part
   * @param name for people, unique
   * @param role what it may do
   * @param hash SHA-256 of the secret part, in hexadecimal
   */
  record KeptKey(String id, String name, Role role, String hash, Instant createdAt) {}

  /** What a key may do; each role may all that those before it may. */
  enum Role {
    /** Look. */
    READ,
    /** Keep scenarios and solve. */
    SOLVE,
    /** Upload datasets and delete. */
    ADMIN
  }
}
