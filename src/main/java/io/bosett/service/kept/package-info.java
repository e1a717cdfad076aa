/**
 * Use cases on what is stored: uploaded datasets, scenario documents, and answers that are read
 * again, compared and explained.
 */
@NullMarked
package io.bosett.service.kept;

import org.jspecify.annotations.NullMarked;
