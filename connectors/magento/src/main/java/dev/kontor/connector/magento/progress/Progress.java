package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.order.OpenPieces;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.ProgressEvent.Kind;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing the ERP has done with an order, as {@code magento/order-progress.out} states it.
 *
 * @param orderId of the shop
 * @param paper number of the shipment, invoice or credit memo; empty if it is none of these
 * @param told beside the number, in words
 * @param amount gross, of an invoice or credit memo
 * @param currency ISO code of the amount, empty if there is none
 */
record Progress(
    Kind kind,
    String orderId,
    State state,
    String paper,
    String told,
    @Nullable BigDecimal amount,
    String currency,
    Shipped shipped) {

  /**
   * What left the warehouse; empty of other kinds.
   *
   * @param carrier the ERP's code, empty if unknown
   * @param location the ERP's code, empty if unknown
   * @param pieces by article number, as {@link OpenPieces#key} writes it
   */
  record Shipped(
      String carrier, String location, List<String> codes, Map<String, BigDecimal> pieces) {

    static Shipped of(JsonNode shipment) {
      Map<String, BigDecimal> pieces = new LinkedHashMap<>();
      for (JsonNode line : shipment.path("lines")) {
        pieces.merge(
            OpenPieces.key(required(line, "sku", "shipment.lines.")),
            decimal(line, "quantity", "shipment.lines."),
            BigDecimal::add);
      }
      return new Shipped(
          named(shipment, "carrier"),
          named(shipment, "location"),
          shipment
              .path("trackingCodes")
              .valueStream()
              .map(code -> code.asString(""))
              .filter(code -> !code.isBlank())
              .distinct()
              .toList(),
          pieces);
    }

    private static String named(JsonNode shipment, String field) {
      String name = Text.text(shipment.path(field));
      return name == null ? "" : name;
    }
  }

  /**
   * @throws FaultException naming the field that is wrong
   */
  static Progress of(JsonNode content) {
    Kind kind = named(Kind.class, content, "kind");
    String part =
        switch (kind) {
          case SHIPPED -> "shipment";
          case INVOICED -> "invoice";
          case CREDITED -> "creditMemo";
          case RELEASED, CANCELLED -> "";
        };
    JsonNode paper = content.path(part);
    return new Progress(
        kind,
        required(content, "orderId", ""),
        named(State.class, content, "erpState"),
        part.isEmpty() ? "" : required(paper, "number", part + "."),
        told(paper),
        paper.has("gross") ? decimal(paper, "gross", part + ".") : null,
        paper.path("currency").asString(""),
        Shipped.of(content.path("shipment")));
  }

  private static String told(JsonNode paper) {
    String date = Text.text(paper.path("date"));
    String gross = Text.text(paper.path("gross"));
    return (date == null ? "" : " of " + date)
        + (gross == null ? "" : ", " + gross + " " + paper.path("currency").asString(""));
  }

  private static <E extends Enum<E>> E named(Class<E> type, JsonNode content, String field) {
    try {
      return Enum.valueOf(type, required(content, field, ""));
    } catch (IllegalArgumentException e) {
      throw wrong(field, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }
  }

  private static String required(JsonNode node, String field, String within) {
    String text = Text.text(node.path(field));
    if (text == null) {
      throw wrong(within + field, "is missing");
    }
    return text;
  }

  private static BigDecimal decimal(JsonNode node, String field, String within) {
    try {
      return new BigDecimal(required(node, field, within));
    } catch (NumberFormatException e) {
      throw wrong(within + field, "is no number; write it like 12.50");
    }
  }

  private static FaultException wrong(String field, String problem) {
    return new FaultException(new Fault.Invalid(field, problem, null));
  }
}
