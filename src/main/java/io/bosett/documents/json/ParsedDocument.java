package io.bosett.documents.json;

/**
 * A document with what it parses to, so that whoever is handed it need not parse it again.
 *
 * @param utf8 as it was sent or written; must not be changed
 * @param value the whole of it
 */
public record ParsedDocument(byte[] utf8, JsonValue value) {}
