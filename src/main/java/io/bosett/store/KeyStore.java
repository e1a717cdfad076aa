package io.bosett.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The store of API keys, of which it keeps only hashes. */
public interface KeyStore {
  /**
   * Stores a key.
   *
   * @throws IllegalArgumentException when a key has the same id or name
   */
  void add(KeptKey key);

  /** A key that is not revoked. */
  Optional<KeptKey> find(String id);

  /** All keys that are not revoked, ascending by name. */
  List<KeptKey> all();

  /** Revokes a key; false when there is none. */
  boolean revoke(String id);

  /**
   * An API key.
   *
   * @param id the public part
   * @param name for people, unique
   * @param role what the key may do
   * @param hash SHA-256 of the secret part, in hexadecimal
   */
  record KeptKey(String id, String name, Role role, String hash, Instant createdAt) {}

  /** The role of a key; each role includes those before it. */
  enum Role {
    /** May read. */
    READ,
    /** May store scenarios and solve. */
    SOLVE,
    /** May upload datasets and delete. */
    ADMIN
  }
}
