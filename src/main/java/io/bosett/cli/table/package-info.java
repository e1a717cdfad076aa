/** Plain text tables of the command line: results, datasets and numbers in lines and columns. */
@NullMarked
package io.bosett.cli.table;

import org.jspecify.annotations.NullMarked;
