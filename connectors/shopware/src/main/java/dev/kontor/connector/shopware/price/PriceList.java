package dev.kontor.connector.shopware.price;

import dev.kontor.connector.shopware.api.Fields;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What one article costs whom, as {@code shopware/price.out} states it.
 *
 * @param number article number of a product or variant
 */
record PriceList(String number, List<Sheet> sheets) {

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static PriceList of(JsonNode content) {
    Fields fields = Fields.of(content);
    List<Sheet> sheets = fields.at("sheets").each().map(Sheet::of).toList();
    return new PriceList(fields.required("productNumber"), sheets);
  }
}
