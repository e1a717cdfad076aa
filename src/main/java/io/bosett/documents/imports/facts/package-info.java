/**
 * The neutral form of a file of figures: entries of place, categories and value, with the codebook
 * of municipalities they are matched against and the answers and findings of an import.
 */
@NullMarked
package io.bosett.documents.imports.facts;

import org.jspecify.annotations.NullMarked;
