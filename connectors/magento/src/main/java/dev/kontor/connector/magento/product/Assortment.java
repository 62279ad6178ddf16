package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.sharedcatalog.Wish;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What shared catalogues are to have of a batch's products: those that are sold, and none that is
 * gone at the source. What is blocked is off anyway and stays where it is, as it may come back.
 *
 * @param rows the shop's, by {@link OpenPieces#key}
 * @param made those the shop did not have before this batch, likewise
 */
record Assortment(Map<String, JsonNode> rows, Set<String> made) {

  Wish wish(Collection<Plan> plans) {
    Map<String, String> sold = new LinkedHashMap<>();
    Map<String, String> gone = new LinkedHashMap<>();
    for (Plan plan : plans) {
      plan.sold().forEach(sku -> sold.put(OpenPieces.key(sku), called(sku)));
      plan.gone().forEach(sku -> gone.put(OpenPieces.key(sku), called(sku)));
    }
    gone.keySet().removeAll(sold.keySet());
    gone.keySet().retainAll(rows.keySet());
    Map<String, String> known = new LinkedHashMap<>(sold);
    known.keySet().removeAll(made);
    sold.keySet().retainAll(made);
    return new Wish(
        List.copyOf(sold.values()), List.copyOf(known.values()), List.copyOf(gone.values()));
  }

  /** As the shop spells it. */
  private String called(String sku) {
    JsonNode row = rows.get(OpenPieces.key(sku));
    return row == null ? sku : row.path("sku").asString(sku);
  }
}
