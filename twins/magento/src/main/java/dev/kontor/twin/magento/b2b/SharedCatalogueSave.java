package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.catalog.GroupPrices;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates, changes and deletes shared catalogues, each with the customer group it owns ({@code
 * rest/b2b/shared-cat-manage.md}; user guide, Manage your shared catalogs).
 */
final class SharedCatalogueSave {
  private static final List<String> KEPT = List.of("description", "created_by");

  private final Tables tables;
  private final Members members;
  private final SharedCatalogues catalogues;
  private final SharedCatalogueCheck check;

  /**
   * @param facts {@code shop.json}
   */
  SharedCatalogueSave(Tables tables, Members members, SharedCatalogues catalogues, JsonNode facts) {
    this.tables = tables;
    this.members = members;
    this.catalogues = catalogues;
    this.check = new SharedCatalogueCheck(tables, facts);
  }

  ObjectNode create(JsonNode sent) {
    ObjectNode taxClass = check.created(sent);
    ObjectNode group = Json.object().put("code", name(sent));
    tables.groups().insert(tax(group, taxClass));
    ObjectNode row =
        Json.object()
            .put("name", name(sent))
            .putNull("description")
            .put(SharedCatalogues.GROUP, Row.number(group, "id"))
            .put("type", SharedCatalogues.CUSTOM)
            .put("created_at", tables.now())
            .put("created_by", 1)
            .put("store_id", Row.number(sent, "store_id"))
            .put("tax_class_id", Row.number(taxClass, "class_id"));
    lay(sent, row);
    return tables.sharedCatalogues().insert(row);
  }

  private static String name(JsonNode sent) {
    return Row.text(sent, "name").strip();
  }

  private static ObjectNode tax(ObjectNode group, JsonNode taxClass) {
    group.set("tax_class_id", taxClass.path("class_id"));
    group.set("tax_class_name", taxClass.path("class_name"));
    return group;
  }

  private static void lay(JsonNode sent, ObjectNode row) {
    KEPT.stream().filter(sent::has).forEach(field -> row.set(field, sent.path(field)));
  }

  void update(ObjectNode row, JsonNode sent) {
    ObjectNode taxClass = check.changed(row, sent);
    if (!SharedCatalogues.isPublic(row) && SharedCatalogues.isPublic(sent)) {
      replacePublic(row);
    }
    row.put("name", name(sent)).put("store_id", Row.number(sent, "store_id"));
    row.set("tax_class_id", taxClass.path("class_id"));
    lay(sent, row);
    ObjectNode group = tables.groups().get(Row.number(row, SharedCatalogues.GROUP));
    tax(group, taxClass);
    if (ownsGroup(row)) {
      group.put("code", name(sent));
    }
  }

  /** Groups that were there before keep their names and stay. */
  private static boolean ownsGroup(ObjectNode row) {
    return Row.number(row, SharedCatalogues.GROUP) > SharedCatalogues.GENERAL;
  }

  /** The former one becomes custom, and its companies are the new one's. */
  private void replacePublic(ObjectNode row) {
    ObjectNode former = catalogues.thePublicOne();
    former.put("type", SharedCatalogues.CUSTOM);
    row.put("type", SharedCatalogues.PUBLIC);
    move(former, row);
  }

  private void move(ObjectNode from, ObjectNode to) {
    long group = Row.number(to, SharedCatalogues.GROUP);
    catalogues.companies(from).forEach(company -> members.regroup(company, group));
  }

  /** Its companies get the public one; its group goes with its prices. */
  void delete(ObjectNode row) {
    if (SharedCatalogues.isPublic(row)) {
      throw ApiError.of(400, "The public shared catalog cannot be deleted.");
    }
    move(row, catalogues.thePublicOne());
    tables.sharedCatalogues().delete(Row.number(row, "id"));
    if (ownsGroup(row)) {
      deleteGroup(Row.number(row, SharedCatalogues.GROUP));
    }
  }

  private void deleteGroup(long group) {
    new GroupPrices(tables).forget(group);
    tables
        .customers()
        .where("group_id", group)
        .forEach(customer -> customer.put("group_id", SharedCatalogues.GENERAL));
    tables.groups().delete(group);
  }
}
