/**
 * Analyses as jobs: {@link io.bosett.service.analyses.AnalysisService} takes requests, which the
 * threads of a queue of their own answer, so that they do not delay solves.
 */
@NullMarked
package io.bosett.service.analyses;

import org.jspecify.annotations.NullMarked;
