/** Scenario documents: every part of a scenario is read and written in one format class. */
@NullMarked
package io.bosett.documents.scenario;

import org.jspecify.annotations.NullMarked;
