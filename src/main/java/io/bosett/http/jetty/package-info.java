/**
 * The server around the routes: limits on slow clients ({@code SlowHeaderGuard} for headers, slow
 * loris or slowloris; {@code BodyPrefetcher} and {@code protocol.RequestBodies} for bodies; times
 * in {@code JettyConfiguration}), errors outside all routes, the filter that every request passes.
 */
@NullMarked
package io.bosett.http.jetty;

import org.jspecify.annotations.NullMarked;
