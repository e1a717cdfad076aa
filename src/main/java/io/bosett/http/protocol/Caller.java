package io.bosett.http.protocol;

import io.bosett.store.KeyStore.Role;

/**
 * The authenticated caller of a request.
 *
 * @param id of the key, or the client's address where no key is required
 * @param role what the caller may do
 */
public record Caller(String id, Role role) {
  boolean may(Role needed) {
    return role.compareTo(needed) >= 0;
  }
}
