/**
 * The persistent store: scenarios, datasets, allocations with their results, API keys. {@link
 * io.bosett.store.Store} is its root; one implementation in SQL serves the embedded database and
 * PostgreSQL. They differ in a {@code Dialect}, which also fills the placeholders of the migrations
 * that they share.
 *
 * <p>Every method is one transaction, and durable once it returns, but for claims, renewals of
 * leases and retention (in batches), which a loss of power may undo. A {@code Dialect} tells
 * failures apart: the database is unavailable or full ({@code StoreUnavailableException}, 503 over
 * HTTP), a race was lost (40001, 40P01, 23503, 23505 of PostgreSQL: tried 20 times, {@code
 * PostgresDatabase}), or a defect. SQLite's BUSY, after five seconds of waiting, counts as
 * unavailable. {@code GroupCommit} commits several together. Contents are stored once for each
 * hash, compressed. An allocation that has ended never changes.
 *
 * <p>Optimistic concurrency: a scenario is replaced or deleted only against the hash that the
 * caller names ({@code If-Match}). An upload adds a version of its dataset, of which the newest
 * counts; an import replaces the version that it has read, or is made again.
 */
@NullMarked
package io.bosett.store;

import org.jspecify.annotations.NullMarked;
