package dev.kontor.connector.magento.quote;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Carts by their number, as they are now. */
record Carts(MagentoApi api) {

  static final String PATH = "carts/search";

  List<JsonNode> of(List<String> ids) {
    return ids.isEmpty()
        ? List.of()
        : api.search(PATH, new SearchCriteria(SearchCriteria.MAX_SIZE).anyOf("entity_id", ids));
  }
}
