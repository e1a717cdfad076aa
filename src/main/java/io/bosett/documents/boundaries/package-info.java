/**
 * Municipality boundaries over time: the lineage of codes, the translation of scenarios with codes
 * of earlier years, and the conversion of datasets to the municipalities of a later year.
 *
 * <p>Counts of what was merged are summed, of what was divided they go by the shares of {@code
 * changes.csv} ({@code CountCarrying}); rates are weighted ({@code RateCarrying}). A scenario that
 * names a divided municipality is refused ({@code OlderScenario}); what an import leaves out says
 * {@code documents.imports}.
 */
@NullMarked
package io.bosett.documents.boundaries;

import org.jspecify.annotations.NullMarked;
