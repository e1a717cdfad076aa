/**
 * Operation of the service: access log, metrics, maintenance. Timers and counters have their names
 * in {@code Metrics}; gauges in {@code http.ServerModule}, those of queues from {@code JobKind}.
 * Dots become underscores.
 */
@NullMarked
package io.bosett.http.ops;

import org.jspecify.annotations.NullMarked;
