package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.ProductSettings;
import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Products as they stand in the shop, as many in one call as its address has room for.
 *
 * @param fields of a row
 */
record ShopRows(MagentoApi api, String fields) {

  private static final String GALLERY =
      "media_gallery_entries[id,media_type,label,position,disabled,types,file]";

  private static final String FIELDS =
      "id,sku,name,price,status,visibility,type_id,weight,extension_attributes[website_ids,"
          + "category_links[position,category_id],"
          + "configurable_product_options[attribute_id,label,position,values[value_index]],"
          + "configurable_product_links],custom_attributes[attribute_code,value]";

  /** All that is compared. */
  static ShopRows of(MagentoApi api, ProductSettings settings) {
    return new ShopRows(api, settings.pictures() ? FIELDS + "," + GALLERY : FIELDS);
  }

  /** Pictures only. */
  static ShopRows galleries(MagentoApi api) {
    return new ShopRows(api, "sku," + GALLERY);
  }

  /** By {@link ProductWriter#key}; those the shop does not have are left out. */
  Map<String, JsonNode> of(String view, Collection<String> skus) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (List<String> some : Articles.pages(skus, SearchCriteria.MAX_SIZE)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).oneOf("sku", some).only(fields);
      api.in(view)
          .search("products", criteria)
          .forEach(row -> rows.put(ProductWriter.key(row), row));
    }
    return rows;
  }
}
