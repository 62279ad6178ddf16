package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.sales.Demand;
import dev.kontor.twin.financeoperations.sales.Line;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Posts deliveries: a packing slip per warehouse, with the numbers of its parcels. */
final class PackingSlips {
  static final String SOURCE = "packingSlips";
  private static final String HEADERS = "packingSlipHeaders";
  private static final String LINES = "packingSlipLines";
  private static final String TRACKING = "PackingSlipTrackingInformation";

  private final Erp erp;
  private final Demand demand;

  PackingSlips(Erp erp) {
    this.erp = erp;
    this.demand = new Demand(erp.records());
  }

  /**
   * Delivers.
   *
   * @param body {@code {tracking: [{number, url?}]}}
   * @return {@code {packingSlips: [number]}}
   */
  ObjectNode post(ObjectNode order, List<Wish> wishes, JsonNode body) {
    Map<String, List<Wish>> perWarehouse =
        wishes.stream()
            .collect(
                Collectors.groupingBy(
                    wish -> text(wish.line().row(), "ShippingWarehouseId"),
                    TreeMap::new,
                    Collectors.toList()));
    ObjectNode done = Json.object();
    ArrayNode numbers = done.putArray("packingSlips");
    perWarehouse.forEach((warehouse, own) -> numbers.add(slip(order, warehouse, own, body)));
    return done;
  }

  private String slip(ObjectNode order, String warehouse, List<Wish> wishes, JsonNode body) {
    String company = text(order, "dataAreaId");
    String number = erp.records().next(company, "packingSlip", "LS%06d");
    ObjectNode slip =
        Json.object()
            .put("_key", number)
            .put("dataAreaId", company)
            .put("packingSlip", number)
            .put("order", text(order, "SalesOrderNumber"))
            .put("date", Erp.day(erp.today(company)))
            .put("warehouse", warehouse);
    erp.records().put(HEADERS, header(order, slip, wishes));
    ArrayNode lines = slip.putArray("lines");
    for (Wish wish : wishes) {
      ObjectNode line = wish.line().row();
      demand.giveBack(line);
      demand.deliver(line, wish.quantity());
      wish.line().deliver(wish.quantity());
      demand.book(line);
      erp.records().put(LINES, row(slip, line, wish.quantity()));
      lines
          .addObject()
          .put("line", Wish.sequence(wish.line()))
          .put("item", text(line, "ItemNumber"))
          .put("quantity", wish.quantity());
    }
    erp.records().rows().put(company, SOURCE, slip);
    body.path("tracking").forEach(parcel -> track(slip, parcel));
    return number;
  }

  private ObjectNode header(ObjectNode order, ObjectNode slip, List<Wish> wishes) {
    BigDecimal pieces =
        wishes.stream().map(Wish::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode header =
        erp.records()
            .blank(text(slip, "dataAreaId"), HEADERS)
            .put("SourceDocumentHeader", record())
            .put("PackingSlipId", text(slip, "packingSlip"))
            .put("SalesId", text(slip, "order"))
            .put("DeliveryDate", text(slip, "date"))
            .put("inventLocationId", text(slip, "warehouse"))
            .put("Qty", pieces);
    header.set("OrderAccount", order.path("OrderingCustomerAccountNumber"));
    header.set("InvoiceAccount", order.path("InvoiceCustomerAccountNumber"));
    header.set("CustomerRef", order.path("CustomersOrderReference"));
    return header;
  }

  private ObjectNode row(ObjectNode slip, ObjectNode line, BigDecimal quantity) {
    ObjectNode row =
        erp.records()
            .blank(text(slip, "dataAreaId"), LINES)
            .put("SourceDocumentLine", record())
            .put("PackingSlipId", text(slip, "packingSlip"))
            .put("SalesId", text(slip, "order"))
            .put("OrigSalesId", text(slip, "order"))
            .put("DeliveryDate", text(slip, "date"))
            .put("Ordered", number(line, "OrderedSalesQuantity"))
            .put("Remain", Line.of(line).open())
            .put("Qty", quantity);
    row.set("LineNum", line.path("LineNumber"));
    row.set("ItemId", line.path("ItemNumber"));
    row.set("ExternalItemId", line.path("ExternalItemNumber"));
    row.set("Name", line.path("LineDescription"));
    row.set("SalesUnit", line.path("SalesUnitSymbol"));
    row.set("InventTransId", line.path("InventoryLotId"));
    row.set("CurrencyCode", line.path("CurrencyCode"));
    return row;
  }

  private long record() {
    return Long.parseLong(erp.records().next("", "sourceDocument", "%d"));
  }

  private void track(ObjectNode slip, JsonNode parcel) {
    erp.records()
        .put(
            TRACKING,
            erp.records()
                .blank(text(slip, "dataAreaId"), TRACKING)
                .put("SalesOrderNumber", text(slip, "order"))
                .put("PackingSlipNumber", text(slip, "packingSlip"))
                .put("DeliveryDate", text(slip, "date"))
                .put("TrackingNumber", text(parcel, "number"))
                .put("TrackingURL", text(parcel, "url")));
  }
}
