/** Sweep documents: a scenario with ranges, every part read in one format class. */
@NullMarked
package io.bosett.documents.sweep;

import org.jspecify.annotations.NullMarked;
