package dev.kontor.twin.shopware.write;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.shopware.ApiError;
import dev.kontor.twin.shopware.data.Tables;
import dev.kontor.twin.shopware.data.Values;
import dev.kontor.twin.shopware.schema.Association;
import dev.kontor.twin.shopware.schema.Entity;
import dev.kontor.twin.shopware.schema.Link;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the database would refuse. It is asked after all operations were read, as the shop sorts the
 * commands of one call by what needs what.
 */
final class References {
  private final Tables tables;
  private final List<Runnable> checks = new ArrayList<>();

  References(Tables tables) {
    this.tables = tables;
  }

  /** Asked with the others, in the order of the calls. */
  void ask(Runnable check) {
    checks.add(check);
  }

  /** Throws the first ApiError. */
  void verify() {
    checks.forEach(Runnable::run);
  }

  /** The row named by this id must be there in the end. */
  void need(String entity, String key, String target, String id) {
    ask(
        () -> {
          if (tables.find(target, id).isEmpty()) {
            throw missing(entity, key, target);
          }
        });
  }

  private static ApiError missing(String entity, String key, String target) {
    return key.equals("afterCategoryId")
        ? ApiError.of(
            400,
            "CONTENT__AFTER_CATEGORY_NOT_FOUND",
            "Category to insert after not found.",
            Json.object())
        : Writes.foreignKey(entity, key, target);
  }

  void of(Entity entity, ObjectNode fields) {
    entity
        .associations()
        .filter(a -> a.link() == Link.ONE && a.known() && fields.path(a.key()).isString())
        .filter(a -> !unconstrained(entity, a))
        .forEach(a -> need(entity.name(), a.key(), a.target(), fields.path(a.key()).asString()));
    String after = Values.text(fields, "afterCategoryId");
    if (after != null) {
      need(entity.name(), "afterCategoryId", "category", after);
    }
  }

  /** Where the shop has no foreign key: these rows belong to this one and come after it. */
  static boolean unconstrained(Entity entity, Association association) {
    return switch (entity.name()) {
      case "customer" -> association.target().equals("customer_address");
      case "order" -> association.target().equals("order_address");
      case "product" -> association.target().equals("product_media");
      default -> false;
    };
  }
}
