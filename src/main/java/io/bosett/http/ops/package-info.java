/**
 * Operation of the service: access log, metrics, maintenance. Timers have their names in {@code
 * Metrics}; gauges in {@code http.ServerModule}, those of queues from {@code JobKind}. Dots become
 * underscores.
 *
 * <p>A line of the access log has the request's id as {@code kvp.request}; lines about jobs name
 * the job in the message, and {@code JobLog} is a document of the job. Keys and bodies are never
 * logged.
 */
@NullMarked
package io.bosett.http.ops;

import org.jspecify.annotations.NullMarked;
