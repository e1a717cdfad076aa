/**
 * Plain text of the command line: results, datasets and numbers in lines and columns, and the lines
 * of progress.
 */
@NullMarked
package io.bosett.cli.table;

import org.jspecify.annotations.NullMarked;
