/** Sentences for readers, in English, bokmål and nynorsk. */
@NullMarked
package io.bosett.documents.text;

import org.jspecify.annotations.NullMarked;
