/**
 * The documents of the analyses: one format per kind, as JSON, as tables (CSV, text) and as a
 * report in HTML that stands by itself.
 */
@NullMarked
package io.bosett.documents.analyses;

import org.jspecify.annotations.NullMarked;
