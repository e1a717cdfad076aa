/**
 * The HTTP protocol for all routes alike: content negotiation, entity tags, request bodies and
 * their limits, API keys, links, query parameters, preferences, the route table.
 */
@NullMarked
package io.bosett.http.protocol;

import org.jspecify.annotations.NullMarked;
