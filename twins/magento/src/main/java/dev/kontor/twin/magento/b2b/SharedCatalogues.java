package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Who buys from which shared catalogue ({@code rest/b2b/shared-catalog.md}): a company from that of
 * its customer group, who has no company from the public one. A company whose group has none buys
 * of everything (user guide, Assign a customer group to a company), as all do in Open Source.
 */
public final class SharedCatalogues {
  static final int CUSTOM = 0;
  static final int PUBLIC = 1;
  static final long GUESTS = 0;

  /** The customer group of the public catalogue a shop starts with. */
  static final long GENERAL = 1;

  static final String GROUP = "customer_group_id";
  private static final long RETAIL_CUSTOMER = 3;

  private final Tables tables;
  private final Assortment assortment;

  public SharedCatalogues(Tables tables) {
    this.tables = tables;
    this.assortment = new Assortment(tables);
  }

  /** The public one that every shop starts with; it holds all there is and all that comes. */
  public void open() {
    ObjectNode row =
        Json.object()
            .put("name", "Default (General)")
            .put("description", "Default shared catalog")
            .put(GROUP, GENERAL)
            .put("type", PUBLIC)
            .put("created_at", tables.now())
            .put("created_by", 1)
            .put("store_id", 0)
            .put("tax_class_id", RETAIL_CUSTOMER);
    Holdings.all(tables.sharedCatalogues().insert(row), true);
  }

  Assortment assortment() {
    return assortment;
  }

  /** One that a caller names; the shop's 404 when there is none. */
  ObjectNode get(long id) {
    return tables
        .sharedCatalogues()
        .find(id)
        .orElseThrow(() -> ApiError.noSuch("id", String.valueOf(id)));
  }

  static boolean isPublic(JsonNode catalogue) {
    return Row.number(catalogue, "type") == PUBLIC;
  }

  /** Empty in Open Source. */
  Optional<ObjectNode> publicOne() {
    return tables.sharedCatalogues().where("type", PUBLIC).stream().findFirst();
  }

  /** Throws IllegalArgumentException where there is none. */
  ObjectNode thePublicOne() {
    return publicOne()
        .orElseThrow(
            () -> new IllegalArgumentException("shared catalogues are Adobe Commerce's only"));
  }

  private Optional<ObjectNode> of(@Nullable ObjectNode company) {
    return company == null
        ? publicOne()
        : tables.sharedCatalogues().where(GROUP, Row.number(company, GROUP)).stream().findFirst();
  }

  /**
   * Throws IllegalArgumentException when a buyer does not see a product.
   *
   * @param company null for a buyer without one
   */
  public void check(ObjectNode product, @Nullable ObjectNode company) {
    of(company)
        .filter(catalogue -> !assortment.products().has(catalogue, product))
        .ifPresent(
            catalogue -> {
              throw new IllegalArgumentException(
                  "sku "
                      + Row.text(product, "sku")
                      + " is not in the shared catalogue "
                      + Row.text(catalogue, "name"));
            });
  }

  /** The customer groups its prices are for; guests see the public one. */
  static Set<Long> groups(ObjectNode catalogue) {
    long own = Row.number(catalogue, GROUP);
    return isPublic(catalogue) ? Set.of(own, GUESTS) : Set.of(own);
  }

  public List<ObjectNode> companies(ObjectNode catalogue) {
    return tables.companies().where(GROUP, Row.number(catalogue, GROUP));
  }

  /**
   * Whether products and categories that come from now on are in the public one by themselves.
   * Throws IllegalArgumentException in Open Source.
   */
  public void fill(boolean all) {
    assortment.fill(thePublicOne(), all);
  }

  /** What a catalogue holds. */
  public List<ObjectNode> products(ObjectNode catalogue) {
    return assortment.products().of(catalogue);
  }

  public List<ObjectNode> categories(ObjectNode catalogue) {
    return assortment.categories().of(catalogue);
  }
}
