/**
 * What outlives the process: scenarios, datasets, allocations with their results, keys. {@link
 * io.bosett.store.Store} is the whole of it; one implementation by SQL serves the embedded database
 * and PostgreSQL, which differ in a {@code Dialect} and in their migrations.
 *
 * <p>Every method is one transaction, and durable once it returns. Contents are kept once per hash
 * and compressed. An allocation that has ended is never changed.
 */
@NullMarked
package io.bosett.store;

import org.jspecify.annotations.NullMarked;
