package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Charges of an order's header, as an order's content has them. */
final class HeaderCharges {

  /** Field of an order's content with its charges; absent if there are none. */
  static final String IN = "SalesOrderHeaderCharges";

  static final String CODE = "SalesChargeCode";
  static final String AMOUNT = "FixedChargeAmount";
  static final String TAX_GROUP = "SalesTaxItemGroupCode";

  private HeaderCharges() {}

  /** Mapped lines, and those of them that become charges. */
  record Parted(List<JsonNode> lines, List<JsonNode> charges) {}

  static Parted parted(JsonNode mapped) {
    return mapped
        .valueStream()
        .collect(
            Collectors.teeing(
                Collectors.filtering(line -> !line.has(CODE), Collectors.toList()),
                Collectors.filtering(line -> line.has(CODE), Collectors.toList()),
                Parted::new));
  }

  static void put(ObjectNode content, List<PreparedLine> charges) {
    if (!charges.isEmpty()) {
      ArrayNode array = content.putArray(IN);
      charges.forEach(charge -> array.add(charge.content()));
    }
  }

  static List<JsonNode> in(JsonNode content) {
    return content.path(IN).valueStream().toList();
  }

  static BigDecimal sum(List<JsonNode> charges) {
    return charges.stream()
        .map(charge -> Row.number(charge, AMOUNT))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
