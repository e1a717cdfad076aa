/** Settings of the HTTP server: address, host names, limits and timeouts. */
@NullMarked
package io.bosett.http.settings;

import org.jspecify.annotations.NullMarked;
