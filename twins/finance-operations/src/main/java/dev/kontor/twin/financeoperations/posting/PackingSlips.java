package dev.kontor.twin.financeoperations.posting;

import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.sales.Demand;
import dev.kontor.twin.kit.Json;
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
    ArrayNode lines = slip.putArray("lines");
    for (Wish wish : wishes) {
      ObjectNode line = wish.line().row();
      demand.giveBack(line);
      demand.deliver(line, wish.quantity());
      wish.line().deliver(wish.quantity());
      demand.book(line);
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
