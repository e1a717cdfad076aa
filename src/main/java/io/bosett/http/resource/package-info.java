/** The resources of the API: each reads a request, calls one use case and writes the response. */
@NullMarked
package io.bosett.http.resource;

import org.jspecify.annotations.NullMarked;
