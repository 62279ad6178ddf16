package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.ProgressSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.Marks;
import dev.kontor.connector.magento.order.OrderIds;
import dev.kontor.connector.magento.order.ShippedPieces;
import dev.kontor.connector.magento.stock.StockSetup;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.model.ProgressEvent.Kind;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes the steps, each in one call of the shop that does all of it or nothing. */
final class Steps {

  /** Of a carrier the settings do not translate; the title then names it. */
  private static final String OTHER_CARRIER = "custom";

  private final MagentoApi api;
  private final ProgressSettings settings;
  private final Sources sources;
  private final ReturnComments returns;

  Steps(MagentoApi api, MagentoSettings settings, StockSetup stock) {
    this.api = api;
    this.settings = settings.progress();
    this.sources = new Sources(api, settings, stock);
    this.returns = new ReturnComments(api, settings);
  }

  /**
   * @throws FaultException the shop's refusal
   */
  Outcome take(Step step, Progress progress, ShopOrder order) {
    switch (step) {
      case Step.Ship ship -> ship(ship, progress, order);
      case Step.Track track -> track(track, progress, order);
      case Step.Invoice(String comment) -> invoice(comment, order);
      case Step.Cancel _ -> cancel(order);
      case Step.Comment(String text, String _) -> {
        comment(text, order);
        if (progress.kind() == Kind.CREDITED) {
          returns.comment(text, order.id());
        }
      }
      case Step.Stay _ -> {}
      case Step.Contradiction(Fault fault) -> {
        return fault;
      }
    }
    return new Outcome.Written(order.id(), null, null);
  }

  private void ship(Step.Ship ship, Progress progress, ShopOrder order) {
    ObjectNode body = document(Marks.shipment(progress.paper()), Kind.SHIPPED);
    ArrayNode items = body.putArray("items");
    ship.items()
        .forEach(
            (id, count) -> items.addObject().put("order_item_id", whole(id)).put("qty", count));
    ArrayNode tracks = body.putArray("tracks");
    progress.shipped().codes().forEach(code -> tracks.add(track(code, progress)));
    Map<String, BigDecimal> goods = ShippedPieces.goods(order.json(), ship.items());
    body.putObject("arguments")
        .putObject("extension_attributes")
        .put("source_code", sources.of(progress.shipped().location(), goods));
    send("order/" + order.id() + "/ship", body, order);
  }

  /** Mails the buyer only if the settings want it. */
  private ObjectNode document(String comment, Kind kind) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.put("notify", settings.mails().contains(kind)).put("appendComment", true);
    body.putObject("comment").put("comment", comment).put("is_visible_on_front", 0);
    return body;
  }

  private ObjectNode track(String code, Progress progress) {
    String carrier = progress.shipped().carrier();
    return ModelJson.mapper()
        .createObjectNode()
        .put("track_number", code)
        .put("title", carrier.isEmpty() ? "Tracking" : carrier)
        .put("carrier_code", settings.carriers().getOrDefault(carrier, OTHER_CARRIER));
  }

  private void track(Step.Track step, Progress progress, ShopOrder order) {
    List<String> codes =
        progress.shipped().codes().stream().filter(code -> !order.codes().contains(code)).toList();
    for (String code : codes) {
      ObjectNode body = ModelJson.mapper().createObjectNode();
      body.set(
          "entity",
          track(code, progress)
              .put("order_id", whole(order.id()))
              .put("parent_id", step.shipment().path("entity_id").asInt(0))
              .put("qty", 1)
              .put("weight", 0)
              .put("description", ""));
      send("shipment/track", body, order);
    }
    if (step.comment() != null) {
      comment(step.comment(), order);
    }
  }

  private void invoice(String comment, ShopOrder order) {
    ObjectNode body = document(comment, Kind.INVOICED);
    body.put("capture", settings.invoices() == ProgressSettings.Invoices.CAPTURE);
    send("order/" + order.id() + "/invoice", body, order);
    comment(comment, order);
  }

  /** The shop answers false, and no refusal, to what it cannot cancel. */
  private void cancel(ShopOrder order) {
    JsonNode answer =
        send("orders/" + order.id() + "/cancel", ModelJson.mapper().createObjectNode(), order);
    if (!answer.asBoolean(false)) {
      throw new FaultException(
          Step.contradicts(
                  "kind",
                  "is CANCELLED, but the shop does not cancel the order, as when it is invoiced")
              .fault());
    }
  }

  private void comment(String text, ShopOrder order) {
    if (!order.says(text)) {
      ObjectNode body = ModelJson.mapper().createObjectNode();
      body.putObject("statusHistory")
          .put("comment", text)
          .put("is_customer_notified", 0)
          .put("is_visible_on_front", 0);
      send("orders/" + order.id() + "/comments", body, order);
    }
  }

  private JsonNode send(String path, JsonNode body, ShopOrder order) {
    Reply reply = api.write("POST", path, body);
    if (reply.status() == 404) {
      throw OrderIds.absent(order.id());
    }
    if (!reply.ok()) {
      throw new FaultException(api.fault(true, path, reply));
    }
    return reply.body();
  }

  private static int whole(String id) {
    return Integer.parseInt(id);
  }
}
