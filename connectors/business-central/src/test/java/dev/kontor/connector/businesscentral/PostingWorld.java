package dev.kontor.connector.businesscentral;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A company whose orders the connector posts. */
abstract class PostingWorld {

  final TwinWorld world;
  private final EntityType type;
  Connector connector;

  PostingWorld(EntityType type, TwinWorld world) {
    this.type = type;
    this.world = world;
    this.connector = connector(settings -> {});
  }

  /** An order in the ERP. */
  record Placed(String id, String number, String line) {

    /** What the mapping makes of it where the shop has it at that total. */
    ObjectNode wanted(String gross) {
      return Json.object()
          .put("orderId", id)
          .put("orderNumber", "10001")
          .put("currencyCode", "EUR")
          .put(PostingJudge.GROSS, gross);
    }
  }

  private Connector connector(Consumer<ObjectNode> change) {
    ObjectNode settings = world.settingsJson();
    change.accept(settings);
    return new BusinessCentralProvider().connect(new Settings("erp", settings), world.toolbox);
  }

  final void connect(Consumer<ObjectNode> change) {
    connector.close();
    connector = connector(change);
  }

  /** Three pieces for 12.49 each. */
  final Placed ordered() {
    JsonNode made =
        world.call(
            "POST",
            "salesOrders",
            """
            {"customerNumber":"WEB","externalDocumentNumber":"SW-1","pricesIncludeTax":true,"salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":3,"unitPrice":12.49}]}""");
    String id = Json.text(made, "id", "");
    JsonNode line = world.call("GET", "salesOrders(" + id + ")/salesOrderLines", "").at("/value/0");
    return new Placed(id, Json.text(made, "number", ""), Json.text(line, "id", ""));
  }

  private Writer writer() {
    return connector.writer(type).orElseThrow();
  }

  final Prepared prepared(Placed order, String gross, JsonNode model) {
    return writer().prepare(order.wanted(gross), model);
  }

  final Fault fault(Placed order, String gross) {
    return ((Prepared.Refused) prepared(order, gross, Json.object())).fault();
  }

  final Outcome write(Placed order, JsonNode content) {
    Write write = new Write("k" + order.id(), Write.Action.CREATE, "SW-1", null, content);
    return writer().write(List.of(write)).getFirst();
  }

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }
}
