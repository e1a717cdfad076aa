/**
 * The server around the routes: limits on connections, slow clients (slow loris), errors outside
 * all routes, the filter that every request passes.
 */
@NullMarked
package io.bosett.http.jetty;

import org.jspecify.annotations.NullMarked;
