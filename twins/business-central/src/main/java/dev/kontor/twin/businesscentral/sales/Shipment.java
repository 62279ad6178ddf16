package dev.kontor.twin.businesscentral.sales;

import dev.kontor.twin.businesscentral.master.Stock;
import dev.kontor.twin.businesscentral.records.Faults;
import dev.kontor.twin.businesscentral.records.Records;
import java.math.BigDecimal;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Posts what is to be shipped: a shipment with its lines, stock and quantities of the order. */
final class Shipment {
  private static final String HEADERS = "salesShipments";
  private static final String LINES = "salesShipmentLines";
  private static final long FIRST = 102_000;

  private final Records records;
  private final SalesDocument document;

  Shipment(Records records, SalesDocument document) {
    this.records = records;
    this.document = document;
  }

  /** Whether any line has a quantity to ship; throws ODataFault when one has too much. */
  boolean isNeeded() {
    return !toShip().isEmpty();
  }

  private List<ObjectNode> toShip() {
    List<ObjectNode> lines =
        document.lines().stream()
            .filter(line -> Records.number(line, "shipQuantity").signum() != 0)
            .toList();
    for (ObjectNode line : lines) {
      BigDecimal most = Handling.open(line, "shippedQuantity");
      if (Records.number(line, "shipQuantity").abs().compareTo(most.abs()) > 0) {
        throw Faults.dialog("You cannot ship more than %s units.".formatted(most.toPlainString()));
      }
    }
    return lines;
  }

  void post() {
    ObjectNode order = document.header();
    Posted posted = new Posted(records);
    String number = records.nextNumber("shipment", "", FIRST);
    ObjectNode shipment = posted.header(HEADERS, order, number);
    shipment.set("orderNumber", order.path("number"));
    shipment.set("invoiceDate", order.path("orderDate"));
    shipment.put("customerPurchaseOrderReference", Records.text(order, "yourReference"));
    shipment.put("dueDate", DueDate.of(records, order, records.today()));
    shipment.put(
        "paymentTermsCode", records.codeOf("paymentTerms", Records.text(order, "paymentTermsId")));
    shipment.put(
        "shipmentMethodCode",
        records.codeOf("shipmentMethods", Records.text(order, "shipmentMethodId")));
    shipment.put("postingDate", Parcel.postingDate(order, records));
    records.save(HEADERS, shipment);
    toShip().forEach(line -> line(posted, shipment, line));
  }

  private void line(Posted posted, ObjectNode shipment, ObjectNode line) {
    BigDecimal quantity = Records.number(line, "shipQuantity");
    ObjectNode copy = posted.line(LINES, line, shipment).put("quantity", quantity);
    copy.put("documentNo", Records.text(shipment, "number"));
    copy.put("_orderNumber", Records.text(document.header(), "number"));
    copy.put("quantityInvoiced", BigDecimal.ZERO);
    records.save(LINES, copy.put("lineType", type(Records.text(line, "lineType"))));
    if (Records.text(line, "lineType").equals("Item")) {
      new Stock(records).sale(line, document.header(), Records.text(shipment, "number"), quantity);
    }
    line.put("shippedQuantity", Records.number(line, "shippedQuantity").add(quantity));
    document.save(line);
  }

  // Shipment lines name the line types of the table, not of the API.
  private static String type(String lineType) {
    return switch (lineType) {
      case "Item" -> "Item";
      case "Account" -> "G_x002F_L_x0020_Account";
      default -> "_x0020_";
    };
  }

  /** Counts invoiced pieces on the shipments of an order line, the oldest first. */
  static void invoiced(Records records, ObjectNode orderLine, BigDecimal quantity) {
    BigDecimal rest = quantity;
    for (ObjectNode line : records.matching(LINES, "_line", Records.text(orderLine, "id"))) {
      BigDecimal open =
          Records.number(line, "quantity").subtract(Records.number(line, "quantityInvoiced"));
      BigDecimal taken = open.abs().compareTo(rest.abs()) > 0 ? rest : open;
      if (taken.signum() != 0) {
        line.put("quantityInvoiced", Records.number(line, "quantityInvoiced").add(taken));
        records.save(LINES, line);
        rest = rest.subtract(taken);
      }
    }
  }
}
