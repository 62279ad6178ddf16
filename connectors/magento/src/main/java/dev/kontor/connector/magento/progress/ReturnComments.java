package dev.kontor.connector.magento.progress;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.order.Marks;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.FaultException;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Says on an order's returns that the ERP has credited them, once, and to people only. */
final class ReturnComments {

  private final MagentoApi api;
  private final boolean used;

  ReturnComments(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.used = settings.returns();
  }

  /**
   * @throws FaultException the shop's refusal
   */
  void comment(String text, String order) {
    List<JsonNode> returns =
        used ? api.all("returns", "order_id", List.of(order), null) : List.of();
    for (JsonNode one : returns) {
      if (Marks.comments(one.path("comments")).noneMatch(text::equals)) {
        send(one, text);
      }
    }
  }

  private void send(JsonNode one, String text) {
    ObjectNode body = ModelJson.mapper().createObjectNode();
    body.putObject("data")
        .put("comment", text)
        .put("rma_entity_id", one.path("entity_id").asInt(0))
        .put("customer_notified", false)
        .put("visible_on_front", false)
        .put("admin", true);
    String path = "returns/" + one.path("entity_id").asString("") + "/comments";
    api.change("POST", path, body);
  }
}
