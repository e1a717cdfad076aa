/** Operation of the service: access log, metrics, maintenance. */
@NullMarked
package io.bosett.http.ops;

import org.jspecify.annotations.NullMarked;
