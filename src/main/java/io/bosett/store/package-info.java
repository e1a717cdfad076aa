/**
 * The persistent store: scenarios, datasets, allocations with their results, API keys. {@link
 * io.bosett.store.Store} is its root; one implementation in SQL serves the embedded database and
 * PostgreSQL, which differ in a {@code Dialect} and in their migrations.
 *
 * <p>Every method is one transaction, and durable once it returns. Contents are stored once for
 * each hash, compressed. An allocation that has ended never changes.
 */
@NullMarked
package io.bosett.store;

import org.jspecify.annotations.NullMarked;
