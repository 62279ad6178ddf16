package dev.kontor.connector.magento.order;

import dev.kontor.connector.magento.MagentoSettings;
import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.kit.JsonHttp.Reply;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes back to an order of the shop: {@code {comment, extOrderId}}, what of it the settings ask
 * for. The order is looked at first, so that what an unanswered call brought about is not done
 * again: the shop would add the comment once more.
 */
public final class OrderReplyWriter implements Writer {

  private static final String COMMENT = "comment";
  private static final String EXT_ORDER_ID = "extOrderId";

  /** The column of the shop's table (Magento module-sales etc/db_schema.xml, sales_order). */
  private static final int EXT_ORDER_ID_LENGTH = 32;

  private final MagentoApi api;
  private final MagentoSettings settings;

  public OrderReplyWriter(MagentoApi api, MagentoSettings settings) {
    this.api = api;
    this.settings = settings;
  }

  /** The shop has no batch for comments. */
  @Override
  public int maxBatch() {
    return 10;
  }

  @Override
  public Prepared prepare(JsonNode content, JsonNode model) {
    Fault fault = fault(content);
    return fault == null ? new Prepared.Ready(content, List.of()) : new Prepared.Refused(fault);
  }

  @Override
  public List<Outcome> write(List<Write> batch) {
    return batch.stream().map(this::write).toList();
  }

  private Outcome write(Write write) {
    if (write.action() != Write.Action.UPDATE) {
      return new Fault.Unsupported("orders are created in the shop; the hub only updates them");
    }
    String id = write.targetId() == null ? "" : write.targetId();
    Fault fault = OrderIds.isId(id) ? fault(write.content()) : OrderIds.wrong();
    if (fault != null) {
      return fault;
    }
    try {
      reply(id, write.content());
      return new Outcome.Written(id, null, null);
    } catch (FaultException e) {
      return e.fault();
    }
  }

  private @Nullable Fault fault(JsonNode content) {
    String comment = Text.text(content.path(COMMENT));
    if (settings.replyComment() && comment == null) {
      return new Fault.Invalid(COMMENT, "is missing; give the order a comment", null);
    }
    String number = Text.text(content.path(EXT_ORDER_ID));
    if (settings.replyExtOrderId() && number == null) {
      return new Fault.Invalid(EXT_ORDER_ID, "is missing; give the ERP's number", null);
    }
    return number != null && settings.replyExtOrderId() && number.length() > EXT_ORDER_ID_LENGTH
        ? new Fault.Invalid(EXT_ORDER_ID, "has more than 32 characters, which the shop cuts", null)
        : null;
  }

  private void reply(String id, JsonNode content) {
    JsonNode order = order(id);
    if (settings.replyExtOrderId()) {
      number(id, order, content.path(EXT_ORDER_ID).asString(""));
    }
    if (settings.replyComment()) {
      comment(id, order, content.path(COMMENT).asString(""));
    }
  }

  private JsonNode order(String id) {
    try {
      return api.get(
          "orders/" + id + "?fields=increment_id,ext_order_id,status_histories[comment]");
    } catch (FaultException e) {
      throw e.fault() instanceof Fault.Invalid ? OrderIds.absent(id) : e;
    }
  }

  /** A raw save of what is named, without any rule of the shop (magento/contract.md §13). */
  private void number(String id, JsonNode order, String number) {
    if (!number.equals(Text.text(order.path("ext_order_id")))) {
      ObjectNode body = ModelJson.mapper().createObjectNode();
      body.putObject("entity").put("entity_id", Integer.parseInt(id)).put("ext_order_id", number);
      send("orders", body, id);
    }
  }

  /** Without a status, so that the order keeps its own. */
  private void comment(String id, JsonNode order, String comment) {
    boolean there =
        order
            .path("status_histories")
            .valueStream()
            .anyMatch(entry -> comment.equals(entry.path("comment").asString("")));
    if (!there) {
      ObjectNode body = ModelJson.mapper().createObjectNode();
      body.putObject("statusHistory")
          .put("comment", comment)
          .put("is_customer_notified", 0)
          .put("is_visible_on_front", 0);
      send("orders/" + id + "/comments", body, id);
    }
  }

  private void send(String path, JsonNode body, String id) {
    Reply reply = api.write("POST", path, body);
    if (reply.status() == 404) {
      throw OrderIds.absent(id);
    }
    if (!reply.ok()) {
      throw new FaultException(api.fault(true, path, reply));
    }
  }
}
