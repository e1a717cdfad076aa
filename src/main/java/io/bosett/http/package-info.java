/**
 * The HTTP service: every route reads a request, calls one use case, and writes what comes back.
 * Faults of any kind are answered as problem documents (RFC 9457).
 */
@NullMarked
package io.bosett.http;

import org.jspecify.annotations.NullMarked;
