package dev.kontor.connector.magento.product;

import dev.kontor.spi.Standing;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * What must be written.
 *
 * @param product empty if nothing
 * @param fields the same in words
 */
record Change(ObjectNode product, List<Standing.Field> fields) {

  boolean isNothing() {
    return fields.isEmpty();
  }
}
