/** Results, certificates, explanations and comparisons as JSON documents. */
@NullMarked
package io.bosett.documents.result;

import org.jspecify.annotations.NullMarked;
