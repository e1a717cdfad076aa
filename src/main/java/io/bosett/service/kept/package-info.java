/**
 * Use cases about what is kept: datasets that were uploaded, scenario documents, and answers that
 * are read again, compared and explained, whoever solved them and when.
 */
@NullMarked
package io.bosett.service.kept;

import org.jspecify.annotations.NullMarked;
