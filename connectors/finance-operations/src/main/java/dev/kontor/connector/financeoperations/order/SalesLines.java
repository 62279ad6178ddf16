package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Currencies;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the lines of a shop's order into lines of a sales order whose amounts are the shop's to the
 * cent. {@code LineAmount} is what is expected, and never sent; {@code taxPercent} is the shop's
 * rate and {@code name} the line's in the order, both for {@link OrderPreparation}, which also
 * takes what settings make charges of the header out of them.
 */
final class SalesLines {

  static final String AMOUNT = "LineAmount";
  static final String RATE = "taxPercent";
  static final String NAME = "name";
  static final String GOODS = "goods";

  private static final int USUAL = 2;

  private SalesLines() {}

  /**
   * @param settings with {@code priceDecimals} and the items of lines without article
   * @throws FaultException {@link Fault.Invalid} naming the line that cannot be sold
   */
  static ArrayNode of(Order order, JsonNode settings) {
    int digits = Currencies.digits(order.currency());
    String set = Row.text(settings, "priceDecimals");
    int decimals = set.isEmpty() ? USUAL : Integer.parseInt(set);
    ArrayNode lines = ModelJson.mapper().createArrayNode();
    for (Sold part : Discounts.spread(SoldParts.of(order, settings), digits)) {
      if (part.isCharge()) {
        charge(lines, part);
      } else {
        pieces(part, digits, decimals).forEach(pieces -> add(lines, part, pieces, digits));
      }
    }
    return lines;
  }

  /** Of what is free nothing is charged. */
  private static void charge(ArrayNode lines, Sold part) {
    if (part.amount().signum() != 0) {
      lines
          .addObject()
          .put(HeaderCharges.CODE, part.item())
          .put(HeaderCharges.AMOUNT, part.amount())
          .put(HeaderCharges.TAX_GROUP, part.taxGroup())
          .put(RATE, part.rate())
          .put(NAME, part.path());
    }
  }

  /** A discount as a line of its own is one piece given back. */
  private static List<Pieces> pieces(Sold part, int digits, int decimals) {
    if (part.isDiscount()) {
      return List.of(new Pieces(BigDecimal.ONE.negate(), part.amount().negate()));
    }
    List<Pieces> pieces =
        Pieces.costing(part.quantity(), part.unitPrice(), part.amount(), digits, decimals);
    if (pieces.isEmpty()) {
      throw new FaultException(
          new Fault.Invalid(
              part.path(),
              "costs "
                  + part.amount().toPlainString()
                  + " for "
                  + part.quantity().toPlainString()
                  + " pieces, which no price of "
                  + decimals
                  + " decimals comes to; raise setting priceDecimals if Finance & Operations keeps"
                  + " more, or enter the order by hand",
              null));
    }
    return pieces;
  }

  private static void add(ArrayNode lines, Sold part, Pieces pieces, int digits) {
    ObjectNode line = lines.addObject();
    line.put("ItemNumber", part.item());
    if (part.isGoods()) {
      line.put("ExternalItemNumber", part.item());
    }
    line.put("LineDescription", part.description())
        .put("OrderedSalesQuantity", pieces.quantity())
        .put("SalesPrice", pieces.price())
        .put(AMOUNT, pieces.amount(digits))
        .put(RATE, part.rate())
        .put(NAME, part.path())
        .put(GOODS, part.isGoods());
  }
}
