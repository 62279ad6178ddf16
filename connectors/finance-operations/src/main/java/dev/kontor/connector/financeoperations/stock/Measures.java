package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Quantities of the add-in that are added up.
 *
 * @param names data source and measure, with a dot between
 */
record Measures(List<String> names) {

  Measures {
    names = List.copyOf(names);
  }

  /**
   * @param quantities by data source and measure; what is missing is zero
   */
  BigDecimal sum(JsonNode quantities) {
    return names.stream()
        .map(name -> name.split("\\.", 2))
        .map(part -> Row.number(quantities.path(part[0]), part[part.length - 1]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
