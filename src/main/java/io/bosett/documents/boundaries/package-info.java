/**
 * Municipality boundaries over time: the lineage of codes, the translation of scenarios with codes
 * of earlier years, and the conversion of datasets to the municipalities of a later year.
 */
@NullMarked
package io.bosett.documents.boundaries;

import org.jspecify.annotations.NullMarked;
