/**
 * The store in SQL, the same statements and group commit for every database.
 *
 * <p>Jobs are taken in by {@code SubmitWrites}, claimed by {@code ClaimQueries} (expired leases
 * first, by the database's clock, then by the turns of {@code FairQueue}; locked rows are skipped),
 * held and ended by {@code LeaseWrites}, canceled by {@code CancelWrites}, deleted by {@code
 * RetentionDeletes}. Documents are stored once for each hash by {@code ContentBlobs}.
 */
@NullMarked
package io.bosett.store.sql;

import org.jspecify.annotations.NullMarked;
