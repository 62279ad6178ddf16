package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;

/** The name of a shared catalogue, which is that of its customer group, too. */
final class CatalogueName {
  private static final int LONGEST = 32;

  private CatalogueName() {}

  /**
   * Refuses one that is too long, or another's.
   *
   * @param own number of the catalogue, and of its group; of a new one none has
   */
  static void check(Tables tables, String name, long own, long group) {
    if (name.length() > LONGEST) {
      throw ApiError.of(400, "The shared catalog name may have 32 characters at most.");
    }
    boolean taken =
        tables.sharedCatalogues().having("name", name).anyMatch(c -> Row.number(c, "id") != own)
            || tables.groups().having("code", name).anyMatch(g -> Row.number(g, "id") != group);
    if (taken) {
      throw ApiError.listed(
          400, "A shared catalog or customer group with the name %1 already exists.", name);
    }
  }
}
