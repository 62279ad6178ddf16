package dev.kontor.connector.shopware.progress;

import dev.kontor.connector.shopware.api.Fields;
import dev.kontor.model.OrderProgress.State;
import dev.kontor.model.ProgressEvent.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One thing the ERP has done with an order, as {@code shopware/order-progress.out} states it.
 *
 * @param orderId of the shop
 * @param shipped of {@link Kind#SHIPPED} only
 * @param paper the invoice of {@link Kind#INVOICED} or the credit memo of {@link Kind#CREDITED}
 */
record Progress(
    Kind kind, String orderId, State state, @Nullable Shipped shipped, @Nullable Paper paper) {

  /**
   * What left the warehouse.
   *
   * @param content as it is kept in the order's custom field
   * @param note by which the source opens the delivery note, null if there is none
   */
  record Shipped(
      String number,
      String date,
      List<String> trackingCodes,
      List<Line> lines,
      JsonNode content,
      @Nullable String note) {}

  /** Pieces of one article. */
  record Line(String productNumber, BigDecimal quantity) {}

  /**
   * An invoice or a credit memo.
   *
   * @param invoice a credit memo corrects, null if it names none
   * @param content as it is kept in the order's custom field
   * @param file by which the source opens it as PDF, null if there is none
   */
  record Paper(
      String number,
      String date,
      @Nullable String invoice,
      BigDecimal gross,
      JsonNode content,
      @Nullable String file) {}

  /**
   * @throws dev.kontor.spi.FaultException naming the field that is wrong
   */
  static Progress of(JsonNode content) {
    Fields fields = Fields.of(content);
    Kind kind = named(Kind.class, fields, "kind");
    return new Progress(
        kind,
        fields.required("orderId"),
        named(State.class, fields, "erpState"),
        kind == Kind.SHIPPED ? shipped(fields.at("shipment")) : null,
        switch (kind) {
          case INVOICED -> paper(fields.at("invoice"));
          case CREDITED -> paper(fields.at("creditMemo"));
          case RELEASED, SHIPPED, CANCELLED -> null;
        });
  }

  private static <E extends Enum<E>> E named(Class<E> type, Fields fields, String field) {
    try {
      return Enum.valueOf(type, fields.required(field));
    } catch (IllegalArgumentException e) {
      throw fields.wrong(field, "must be one of " + Arrays.toString(type.getEnumConstants()));
    }
  }

  private static Shipped shipped(Fields shipment) {
    List<String> codes = new ArrayList<>();
    shipment.node().path("trackingCodes").forEach(code -> codes.add(code.asString("")));
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < shipment.node().path("lines").size(); i++) {
      Fields line = shipment.at("lines").at(i);
      lines.add(new Line(line.required("productNumber"), line.requiredDecimal("quantity")));
    }
    return new Shipped(
        shipment.required("number"),
        shipment.required("date"),
        List.copyOf(codes),
        List.copyOf(lines),
        shipment.node(),
        shipment.text("file"));
  }

  private static Paper paper(Fields paper) {
    return new Paper(
        paper.required("number"),
        paper.required("date"),
        paper.text("invoiceNumber"),
        paper.requiredDecimal("gross"),
        paper.node(),
        paper.text("file"));
  }
}
