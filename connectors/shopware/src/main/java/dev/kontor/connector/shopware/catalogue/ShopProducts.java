package dev.kontor.connector.shopware.catalogue;

import dev.kontor.connector.shopware.Ids;
import dev.kontor.connector.shopware.api.Criteria;
import dev.kontor.connector.shopware.api.ShopRow;
import dev.kontor.connector.shopware.api.ShopwareApi;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The products of one batch as they stand in the shop, without what variants inherit. */
final class ShopProducts {

  private static final List<String> FIELDS =
      List.of(
          "id", "parentId", "productNumber", "active", "price", "taxId", "coverId", "customFields");

  private static final String[] LISTS = {
    "media",
    "visibilities",
    "configuratorSettings",
    "options",
    "properties",
    "categories",
    "children"
  };

  private final ShopwareApi api;

  /** The shop ignores case in article numbers. */
  private final Map<String, JsonNode> byNumber = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private final Map<String, JsonNode> byId = new HashMap<>();

  /**
   * @param ids of products whose number may have changed
   */
  ShopProducts(ShopwareApi api, Collection<String> numbers, Collection<String> ids) {
    this.api = api;
    search("productNumber", numbers);
    search("id", ids.stream().filter(id -> Ids.isId(id) && !byId.containsKey(id)).toList());
  }

  /** The product to write: the one known by id, else the one with that number. */
  @Nullable JsonNode find(@Nullable String id, String number) {
    JsonNode known = id == null ? null : byId.get(id);
    return known == null ? byNumber.get(number) : known;
  }

  @Nullable JsonNode find(String id) {
    return byId.get(id);
  }

  private void search(String field, Collection<String> values) {
    for (List<String> some : Criteria.pages(values)) {
      for (JsonNode row : api.stated("product", criteria().anyOf(field, some))) {
        byId.put(ShopRow.id(row), row);
        byNumber.put(ShopRow.text(row, "productNumber"), row);
      }
    }
  }

  private static Criteria criteria() {
    return new Criteria(Criteria.MAX_LIMIT)
        .with(LISTS)
        .include("product", Stream.concat(FIELDS.stream(), Stream.of(LISTS)).toList())
        .include("product_media", List.of("id", "mediaId", "position"))
        .include("product_visibility", List.of("id", "salesChannelId"))
        .include("product_configurator_setting", List.of("id", "optionId"))
        .include("property_group_option", List.of("id", "groupId"))
        .include("category", List.of("id"));
  }

  /** Values of one field of a product's list, e.g. the ids of its categories. */
  static List<String> values(@Nullable JsonNode product, String list, String field) {
    List<String> values = new ArrayList<>();
    if (product != null) {
      product.path(list).forEach(row -> values.add(row.path(field).asString("")));
    }
    return values;
  }
}
