/**
 * A small writer and reader of Parquet files: flat columns, required or optional, plain or with a
 * dictionary, gzip, one row group. Files of others are not read.
 */
@NullMarked
package io.bosett.sweep.parquet;

import org.jspecify.annotations.NullMarked;
