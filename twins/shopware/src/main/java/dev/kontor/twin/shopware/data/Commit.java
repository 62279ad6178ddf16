package dev.kontor.twin.shopware.data;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one transaction changed.
 *
 * @param events business events as {@code {event, payload}}
 */
public record Commit(List<Change> changes, List<ObjectNode> events) {}
