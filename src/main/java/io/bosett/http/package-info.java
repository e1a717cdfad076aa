/**
 * The HTTP service: every route reads a request, calls one use case and writes the response. All
 * errors are problem documents (RFC 9457).
 */
@NullMarked
package io.bosett.http;

import org.jspecify.annotations.NullMarked;
