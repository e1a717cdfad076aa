package io.bosett.model;

/**
 * A region of the dataset.
 *
 * @param id as municipalities and scenarios name it
 * @param name for people
 */
public record County(String id, String name) {}
