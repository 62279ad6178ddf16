package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.catalog.GroupPrices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The customer group that a shared catalogue makes; those the shop had before are not its own. */
record CatalogueGroup(Tables tables) {

  /** The number of a new group of this name. */
  long create(String name, JsonNode taxClass) {
    ObjectNode group = tax(Json.object().put("code", name), taxClass);
    return Row.number(tables.groups().insert(group), "id");
  }

  private static ObjectNode tax(ObjectNode group, JsonNode taxClass) {
    group.set("tax_class_id", taxClass.path("class_id"));
    group.set("tax_class_name", taxClass.path("class_name"));
    return group;
  }

  private static boolean isOwn(long id) {
    return id > SharedCatalogues.GENERAL;
  }

  void change(long id, String name, JsonNode taxClass) {
    ObjectNode group = tax(tables.groups().get(id), taxClass);
    if (isOwn(id)) {
      group.put("code", name);
    }
  }

  /** With its prices; customers that are in it still get the general one. */
  void delete(long id) {
    if (isOwn(id)) {
      new GroupPrices(tables).forget(id);
      tables
          .customers()
          .where("group_id", id)
          .forEach(customer -> customer.put("group_id", SharedCatalogues.GENERAL));
      tables.groups().delete(id);
    }
  }
}
