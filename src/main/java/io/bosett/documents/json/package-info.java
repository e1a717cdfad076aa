/**
 * Strict JSON (RFC 8259): a parser that keeps the place of every value, cursors that collect all
 * violations of a document, a streaming writer, merge patches (RFC 7396).
 */
@NullMarked
package io.bosett.documents.json;

import org.jspecify.annotations.NullMarked;
