/**
 * The service under load: as many requests a second as asked, by an outside load generator, and
 * mixed use for a long time. The service runs as a process of its own, on the embedded database or
 * on PostgreSQL.
 */
@NullMarked
package io.bosett.benchmark.load;

import org.jspecify.annotations.NullMarked;
