package dev.kontor.connector.magento.product;

import dev.kontor.connector.magento.attribute.Attribute;
import java.util.Set;

/**
 * What buyers choose by, such as the colour.
 *
 * @param name the source's
 * @param values ids of the shop's values that variants have
 */
record Choice(Attribute attribute, String name, Set<String> values) {

  Choice {
    values = Set.copyOf(values);
  }
}
