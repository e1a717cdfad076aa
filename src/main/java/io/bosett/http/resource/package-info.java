/**
 * The resources of the interface: each reads a request, calls one use case and writes what comes
 * back.
 */
@NullMarked
package io.bosett.http.resource;

import org.jspecify.annotations.NullMarked;
