package dev.kontor.spi;

import dev.kontor.model.EntityType;

/**
 * A hint that a document changed. The engine reads the document itself; notices of one document
 * coalesce.
 *
 * @param id native id of the document to read again
 * @param event the system's name of what happened, for people
 * @param dedupeKey equal for repeated deliveries of one event
 */
public record Notice(EntityType type, String id, String event, String dedupeKey) {}
