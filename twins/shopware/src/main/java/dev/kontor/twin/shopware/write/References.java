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

  /** Throws the first ApiError. */
  void verify() {
    checks.forEach(Runnable::run);
  }

  /** The row named by this id must be there in the end. */
  void need(String entity, String key, String target, String id) {
    checks.add(
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

  void unique(String entity, String id, ObjectNode fields) {
    String number = entity.equals("product") ? Values.text(fields, "productNumber") : null;
    if (number != null) {
      checks.add(
          () -> {
            if (tables.where("product", "productNumber", number).size() > 1) {
              throw Writes.duplicateNumber(number);
            }
          });
    }
    if (entity.equals("product_configurator_setting")) {
      checks.add(() -> setting(id));
    }
  }

  private void setting(String id) {
    ObjectNode setting = tables.get("product_configurator_setting", id);
    long same =
        tables
            .where(
                "product_configurator_setting", "productId", Values.required(setting, "productId"))
            .stream()
            .filter(s -> setting.path("optionId").equals(s.path("optionId")))
            .count();
    if (same > 1) {
      throw ApiError.of(
          400,
          "PRODUCT_CONFIGURATION_OPTION_EXISTS_ALREADY",
          "Configuration option already exists",
          Json.object());
    }
  }
}
