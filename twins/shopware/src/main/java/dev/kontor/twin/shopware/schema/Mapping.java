package dev.kontor.twin.shopware.schema;

import tools.jackson.databind.JsonNode;

/**
 * An entity that only joins two others, such as product_category. It has no rows and no address of
 * its own: what it says stands in a list of the owner's row, and sync names it by both ids.
 *
 * @param owner entity whose row has the list
 * @param ownerKey the field with the owner's id, such as productId
 * @param list the owner's field with the ids
 * @param target entity the list points to
 * @param targetKey the field with the target's id, such as categoryId
 */
public record Mapping(String owner, String ownerKey, String list, String target, String targetKey) {

  static Mapping of(JsonNode json) {
    return new Mapping(
        json.path(0).asString(),
        json.path(1).asString(),
        json.path(2).asString(),
        json.path(3).asString(),
        json.path(4).asString());
  }
}
