package dev.kontor.connector.magento.stock;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One article's stock to set.
 *
 * @param quantity pieces that may be sold
 * @param locations what of it lies where, by the ERP's location code; empty if the ERP does not say
 */
record StockLevel(String sku, BigDecimal quantity, Map<String, BigDecimal> locations) {

  /** What the shop's column holds (Magento module-inventory etc/db_schema.xml). */
  private static final int DECIMALS = 4;

  private static final BigDecimal MOST = new BigDecimal("99999999");

  /** What is wrong with the document, null if nothing. */
  static @Nullable Fault fault(JsonNode content) {
    try {
      of(content);
      return null;
    } catch (FaultException e) {
      return e.fault();
    }
  }

  /**
   * @throws FaultException naming the field that is wrong
   */
  static StockLevel of(JsonNode content) {
    String sku = Text.text(content.path("sku"));
    if (sku == null) {
      throw wrong("sku", "is missing");
    }
    Map<String, BigDecimal> locations = new LinkedHashMap<>();
    for (JsonNode row : content.path("locations")) {
      locations.merge(
          row.path("location").asString(""),
          pieces(row.path("quantity"), "locations"),
          BigDecimal::add);
    }
    return new StockLevel(sku, pieces(content.path("quantity"), "quantity"), locations);
  }

  private static BigDecimal pieces(JsonNode node, String field) {
    BigDecimal pieces;
    try {
      pieces = new BigDecimal(node.asString(""));
    } catch (NumberFormatException e) {
      throw wrong(field, "is no number");
    }
    if (pieces.stripTrailingZeros().scale() > DECIMALS || pieces.compareTo(MOST) > 0) {
      throw wrong(field, "must have at most four decimals and eight digits before them");
    }
    return pieces;
  }

  private static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }

  String key() {
    return OpenPieces.key(sku);
  }
}
