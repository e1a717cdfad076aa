/**
 * The resources of the API: each reads a request, calls one use case and writes the response. Kinds
 * of jobs share {@code JobSubmission}, {@code JobResource} and {@code EventsResource}; {@code
 * LongPolls} holds callers that wait, {@code AnalysisExecutor} computes what takes long for
 * readers.
 */
@NullMarked
package io.bosett.http.resource;

import org.jspecify.annotations.NullMarked;
