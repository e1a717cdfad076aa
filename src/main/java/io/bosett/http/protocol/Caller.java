package io.bosett.http.protocol;

import io.bosett.store.KeyStore.Role;

/**
 * Who asks.
 *
 * @param id of the key, or the remote address where no key is needed
 * @param role what the caller may do
 */
public record Caller(String id, Role role) {
  boolean may(Role needed) {
    return role.compareTo(needed) >= 0;
  }
}
