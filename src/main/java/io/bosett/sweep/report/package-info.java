/** The summary of a sweep as a page that stands by itself, in three languages. */
@NullMarked
package io.bosett.sweep.report;

import org.jspecify.annotations.NullMarked;
