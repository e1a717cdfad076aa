package io.bosett.documents.imports.facts;

/**
 * What a file holds and is not taken over.
 *
 * @param label as the file has it
 * @param reason why it is left out
 */
public record Skipped(String label, String reason) {}
