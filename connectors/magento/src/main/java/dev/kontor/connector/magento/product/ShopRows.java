package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.api.Articles;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Products as they stand in the shop, as many in one call as its address has room for. */
record ShopRows(MagentoApi api) {

  private static final String FIELDS =
      "id,sku,name,price,status,visibility,type_id,weight,extension_attributes[website_ids],"
          + "custom_attributes[attribute_code,value]";

  /** By {@link ProductWriter#key}; those the shop does not have are left out. */
  Map<String, JsonNode> of(String view, Collection<String> skus) {
    Map<String, JsonNode> rows = new HashMap<>();
    for (List<String> some : Articles.pages(skus, SearchCriteria.MAX_SIZE)) {
      SearchCriteria criteria =
          new SearchCriteria(SearchCriteria.MAX_SIZE).oneOf("sku", some).only(FIELDS);
      api.in(view)
          .search("products", criteria)
          .forEach(row -> rows.put(ProductWriter.key(row), row));
    }
    return rows;
  }
}
