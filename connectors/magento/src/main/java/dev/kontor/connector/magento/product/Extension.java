package dev.kontor.connector.magento.product;

import dev.kontor.spi.Standing;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a product is to have among its {@code extension_attributes}. */
sealed interface Extension permits Websites, CategoryLinks, Variations {

  /** Of a product. */
  String ALL = "extension_attributes";

  /**
   * Adds what differs; the shop keeps what is not sent.
   *
   * @param there the shop's row, empty if there is none yet
   * @param product what is sent
   * @param told the same in words
   */
  void put(JsonNode there, ObjectNode product, List<Standing.Field> told);
}
