package dev.kontor.connector.businesscentral;

import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the connector is asked to write, and how often that is found at Business Central. */
final class BenchWrites {

  private final TwinWorld world;
  private final BenchClerk clerk;
  private final BenchPlaces places;
  private final boolean companion;

  BenchWrites(TwinWorld world, BenchClerk clerk, BenchPlaces places) {
    this.world = world;
    this.clerk = clerk;
    this.places = places;
    this.companion = world.hasCompanion();
  }

  List<TwinBench.Sample> right(EntityType type, Write.Action action, int many) {
    List<TwinBench.Sample> samples = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      samples.add(new TwinBench.Sample(write(type, action), ""));
    }
    return samples;
  }

  TwinBench.Sample wrong(EntityType type, Write.Action action) {
    if (action == Write.Action.DELETE) {
      TwinBench.Placed shipped = places.place(type);
      clerk.control("orders/" + shipped.number() + "/ship");
      return new TwinBench.Sample(
          new Write("key-" + shipped.number(), action, "", shipped.id(), Json.object()),
          "salesOrderLines");
    }
    Write write = write(type, action);
    if (type == EntityType.SHIPMENT && companion) {
      ObjectNode content = (ObjectNode) write.content();
      content.put(ShipmentPlan.LAST, false).set(ShipmentPlan.PIECES, pieces("3"));
      return new TwinBench.Sample(write, ShipmentPlan.PIECES);
    }
    if (isPosting(type)) {
      ((ObjectNode) write.content()).put(PostingJudge.GROSS, "118.00");
      return new TwinBench.Sample(write, PostingJudge.GROSS);
    }
    String field =
        Map.of(EntityType.PAYMENT, "customerNumber", EntityType.PRODUCT, "baseUnitOfMeasureCode")
            .getOrDefault(type, "currencyCode");
    ((ObjectNode) write.content()).put(field, "XXX");
    return new TwinBench.Sample(write, field);
  }

  Optional<TwinBench.Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    boolean made = type == EntityType.CUSTOMER && action == Write.Action.CREATE;
    boolean changed = type == EntityType.ORDER && action == Write.Action.UPDATE;
    if (!made && !changed) {
      return Optional.empty();
    }
    Write write = write(type, action);
    ((ObjectNode) write.content()).put(made ? "displayName" : "shipToName", text);
    return Optional.of(new TwinBench.Sample(write, ""));
  }

  private Write write(EntityType type, Write.Action action) {
    if (isPosting(type)) {
      TwinBench.Placed order = places.place(EntityType.ORDER);
      return new Write("key-" + order.number(), action, order.number(), null, billable(order));
    }
    String name = "W" + clerk.next();
    if (type == EntityType.PRODUCT) {
      return article(name, action);
    }
    @Nullable String target = action == Write.Action.CREATE ? null : places.place(type).id();
    ObjectNode content = type == EntityType.ORDER ? clerk.order() : BenchClerk.customer(name);
    if (type == EntityType.CREDIT_MEMO) {
      content = clerk.memo();
    }
    if (type == EntityType.PAYMENT) {
      content = clerk.payment();
    }
    if (target != null && type == EntityType.ORDER) {
      content.put("shipToName", name);
    }
    return new Write("key-" + name, action, name, target, content);
  }

  private Write article(String name, Write.Action action) {
    TwinBench.@Nullable Placed placed =
        action == Write.Action.CREATE ? null : places.place(EntityType.PRODUCT);
    String number = placed == null ? name : placed.number();
    ObjectNode item =
        Json.object()
            .put("number", number)
            .put("displayName", name)
            .put("baseUnitOfMeasureCode", "PCS")
            .put("taxGroupCode", "VAT19")
            .put("unitPrice", new BigDecimal("12.34567"));
    item.putArray("itemVariants").addObject().put("code", "RED").put("description", "red");
    return new Write("key-" + name, action, number, placed == null ? null : placed.id(), item);
  }

  private static ObjectNode billable(TwinBench.Placed order) {
    return Json.object()
        .put("orderId", order.id())
        .put("orderNumber", order.number())
        .put("currencyCode", "EUR")
        .put(PostingJudge.GROSS, "119.00")
        .put(ShipmentPlan.LAST, true);
  }

  private JsonNode pieces(String quantity) {
    ObjectNode piece = Json.object().put("sku", "1000").put("itemId", world.id("items", "1000"));
    return ModelJson.mapper().createArrayNode().add(piece.put("quantity", quantity));
  }

  static boolean isPosting(EntityType type) {
    return type == EntityType.INVOICE || type == EntityType.SHIPMENT;
  }

  int effects(EntityType type, TwinBench.Sample sample) {
    if (type == EntityType.PRODUCT) {
      String name = BenchClerk.text(sample.write().content(), "displayName");
      String items = "items?$filter=displayName eq '" + name + "'&$expand=itemVariants";
      return (int)
          world
              .call("GET", items, "")
              .path("value")
              .valueStream()
              .filter(item -> item.path("itemVariants").size() == 1)
              .count();
    }
    if (type == EntityType.ORDER && sample.write().action() != Write.Action.CREATE) {
      return effectsOnOrder(sample.write());
    }
    if (type == EntityType.PAYMENT) {
      String reference = sample.write().reference();
      return (int)
          world
              .truth("paymentLines")
              .valueStream()
              .filter(line -> reference.equals(BenchClerk.text(line, PaymentJournals.REFERENCE)))
              .count();
    }
    if (type == EntityType.SHIPMENT) {
      return clerk.shipments(BenchClerk.text(sample.write().content(), "orderNumber")).size();
    }
    if (type == EntityType.INVOICE) {
      return clerk
          .invoices("orderId eq " + BenchClerk.text(sample.write().content(), "orderId"))
          .size();
    }
    if (type == EntityType.CREDIT_MEMO) {
      String filter = "?$filter=externalDocumentNumber eq '" + sample.write().reference() + "'";
      return world.call("GET", "salesCreditMemos" + filter, "").path("value").size();
    }
    String wanted =
        type == EntityType.ORDER
            ? sample.write().reference()
            : BenchClerk.text(sample.write().content(), "displayName");
    String field = type == EntityType.ORDER ? "externalDocumentNumber" : "displayName";
    JsonNode all = world.truth(type == EntityType.ORDER ? "orders" : "customers");
    return (int)
        StreamSupport.stream(all.spliterator(), false)
            .filter(one -> wanted.equals(BenchClerk.text(one, field)))
            .count();
  }

  private int effectsOnOrder(Write write) {
    JsonNode orders =
        world.call("GET", "salesOrders?$filter=id eq " + write.targetId(), "").path("value");
    if (write.action() == Write.Action.DELETE) {
      return orders.isEmpty() ? 1 : 0;
    }
    String wanted = BenchClerk.text(write.content(), "shipToName");
    return wanted.equals(BenchClerk.text(orders.path(0), "shipToName")) ? 1 : 0;
  }
}
