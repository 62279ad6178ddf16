package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Creates, changes and deletes shared catalogues ({@code rest/b2b/shared-cat-manage.md}; user
 * guide, Manage your shared catalogs).
 */
final class SharedCatalogueSave {
  private static final List<String> KEPT = List.of("description", "created_by");

  private final Tables tables;
  private final Members members;
  private final SharedCatalogues catalogues;
  private final SharedCatalogueCheck check;
  private final CatalogueGroup group;

  SharedCatalogueSave(Tables tables, Members members, SharedCatalogues catalogues, JsonNode facts) {
    this.tables = tables;
    this.members = members;
    this.catalogues = catalogues;
    this.check = new SharedCatalogueCheck(tables, facts);
    this.group = new CatalogueGroup(tables);
  }

  ObjectNode create(JsonNode sent) {
    JsonNode taxClass = check.created(sent);
    ObjectNode row =
        Json.object()
            .put("name", name(sent))
            .putNull("description")
            .put(SharedCatalogues.GROUP, group.create(name(sent), taxClass))
            .put("type", SharedCatalogues.CUSTOM)
            .put("created_at", tables.now())
            .put("created_by", 1)
            .put("store_id", Row.number(sent, "store_id"));
    row.set("tax_class_id", taxClass.path("class_id"));
    lay(sent, row);
    return tables.sharedCatalogues().insert(row);
  }

  private static String name(JsonNode sent) {
    return Row.text(sent, "name").strip();
  }

  private static void lay(JsonNode sent, ObjectNode row) {
    KEPT.stream().filter(sent::has).forEach(field -> row.set(field, sent.path(field)));
  }

  private static long group(ObjectNode row) {
    return Row.number(row, SharedCatalogues.GROUP);
  }

  void update(ObjectNode row, JsonNode sent) {
    JsonNode taxClass = check.changed(row, sent);
    if (!SharedCatalogues.isPublic(row) && SharedCatalogues.isPublic(sent)) {
      replacePublic(row);
    }
    row.put("name", name(sent)).put("store_id", Row.number(sent, "store_id"));
    row.set("tax_class_id", taxClass.path("class_id"));
    lay(sent, row);
    group.change(group(row), name(sent), taxClass);
  }

  /** The former one becomes custom, and its companies are the new one's. */
  private void replacePublic(ObjectNode row) {
    ObjectNode former = catalogues.thePublicOne();
    former.put("type", SharedCatalogues.CUSTOM);
    row.put("type", SharedCatalogues.PUBLIC);
    move(former, row);
  }

  private void move(ObjectNode from, ObjectNode to) {
    catalogues.companies(from).forEach(company -> members.regroup(company, group(to)));
  }

  /** Its companies get the public one. */
  void delete(ObjectNode row) {
    if (SharedCatalogues.isPublic(row)) {
      throw ApiError.of(400, "The public shared catalog cannot be deleted.");
    }
    move(row, catalogues.thePublicOne());
    tables.sharedCatalogues().delete(Row.number(row, "id"));
    group.delete(group(row));
  }
}
