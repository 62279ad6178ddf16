package dev.kontor.connector.magento.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.magento.MagentoProvider;
import dev.kontor.connector.magento.order.TranslatedOrder;
import dev.kontor.contract.TwinBench.Placed;
import dev.kontor.contract.TwinBench.Trouble;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Refund;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import dev.kontor.spi.Write;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What buyers send back is known with its order, whose time of change it does not move. */
class ReturnsOnTwinTest {

  private final MagentoBench bench = new MagentoBench();
  private final TwinShop shop = bench.shop();
  private final Connector connector =
      new MagentoProvider().connect(bench.settings(), bench.toolbox());
  private final Reader orders = connector.reader(EntityType.ORDER).orElseThrow();

  @AfterEach
  void stop() {
    connector.close();
    bench.close();
  }

  /** Five mats, shipped and paid; what was sold before is read back no more. */
  private Placed sold() {
    Placed order = shop.order("ISO-59", 5);
    admin("order/" + order.id() + "/ship", source());
    admin("order/" + order.id() + "/invoice", "{\"capture\": true}");
    return order;
  }

  private static String source() {
    return "{\"arguments\": {\"extension_attributes\": {\"source_code\": \"lager-nord\"}}}";
  }

  private JsonNode admin(String path, String body) {
    return shop.admin("POST", "/rest/all/V1/" + path, ModelJson.parse(body));
  }

  private String row(Placed order) {
    return shop.truth(order.id()).path("items").path(0).path("item_id").asString();
  }

  private JsonNode asked(Placed order, int pieces) {
    return admin(
        "returns",
        """
        {"rmaDataObject": {"order_id": %s,
         "items": [{"order_item_id": %s, "qty_requested": %d}]}}"""
            .formatted(order.id(), row(order), pieces));
  }

  private void became(JsonNode rma, String status, int pieces) {
    String body =
        """
        {"rmaDataObject": {"items": [{"entity_id": %s, "qty_authorized": %d, "qty_returned": %d,
         "qty_approved": %d, "status": "%s"}]}}"""
            .formatted(rma.path("items").path(0).path("entity_id"), pieces, pieces, pieces, status);
    shop.admin(
        "PUT", "/rest/all/V1/returns/" + rma.path("entity_id").asString(), ModelJson.parse(body));
  }

  private void credited(Placed order, int pieces) {
    admin(
        "order/" + order.id() + "/refund",
        "{\"items\": [{\"order_item_id\": " + row(order) + ", \"qty\": " + pieces + "}]}");
  }

  private List<Refund> refunds(Placed order) {
    Document document = orders.find(new Identity.NativeId(order.id())).getFirst();
    JsonNode refunds =
        new TranslatedOrder(Objects.requireNonNull(document.content())).call("refunds");
    return List.of(ModelJson.mapper().treeToValue(refunds, Refund[].class));
  }

  private final List<Document> seen = new ArrayList<>();

  private Cursor follow(Cursor from) {
    Page page = orders.changes(from, 2);
    seen.addAll(page.documents());
    while (page.more()) {
      page = orders.changes(page.next(), 2);
      seen.addAll(page.documents());
    }
    return page.next();
  }

  @Test
  void everyStepOfAReturnIsSeenWithItsOrder() {
    Placed order = sold();
    Cursor cursor = orders.changes(null, 50).next();
    shop.later();
    sold();
    cursor = follow(cursor);
    seen.clear();
    JsonNode rma = asked(order, 2);
    cursor = follow(cursor);
    String asked = version(order);
    seen.clear();
    became(rma, "approved", 2);
    cursor = follow(cursor);
    assertThat(version(order)).isNotEqualTo(asked);
    seen.clear();
    follow(cursor);
    assertThat(seen).extracting(Document::id).doesNotContain(order.id());
  }

  private String version(Placed order) {
    return seen.stream()
        .filter(document -> document.id().equals(order.id()))
        .reduce((one, other) -> other)
        .orElseThrow()
        .version();
  }

  @Test
  void aCreditMemoIsToldWhatCameBack() {
    Placed order = sold();
    became(asked(order, 2), "approved", 2);
    became(asked(order, 1), "rejected", 0);
    credited(order, 2);
    shop.tick();
    credited(order, 1);
    shop.tick();
    credited(order, 1);
    assertThat(refunds(order))
        .extracting(Refund::restock)
        .containsExactly(Refund.Restock.YES, Refund.Restock.NO, Refund.Restock.UNKNOWN);
    assertThat(refunds(order).getFirst().reason()).startsWith("Return 0000");
  }

  @Test
  void theErpsCreditMemoIsSaidOnTheReturnOnce() {
    Placed order = sold();
    String rma = asked(order, 2).path("entity_id").asString();
    ObjectNode event =
        (ObjectNode)
            ModelJson.parse(
                """
                {"kind": "CREDITED", "erpState": "COMPLETED", "creditMemo": {"number": "104001",
                 "date": "2026-11-22", "currency": "EUR", "gross": "5.00"}}""");
    event.put("orderId", order.id());
    bench.trouble(Trouble.LOST_ANSWER, EntityType.ORDER_PROGRESS);
    assertThat(write(order, event)).isInstanceOf(Fault.OutcomeUnknown.class);
    bench.trouble(Trouble.NONE, EntityType.ORDER_PROGRESS);
    assertThat(write(order, event)).isInstanceOf(Outcome.Written.class);
    assertThat(write(order, event)).isInstanceOf(Outcome.Written.class);
    JsonNode said = shop.admin("GET", "/rest/all/V1/returns/" + rma + "/comments", null);
    assertThat(said.path("items"))
        .extracting(comment -> comment.path("comment").asString())
        .containsExactly("ERP credit memo 104001 of 2026-11-22, 5.00 EUR");
  }

  private Outcome write(Placed order, JsonNode event) {
    Write write = new Write("k", Write.Action.UPDATE, "", order.id(), event);
    return connector
        .writer(EntityType.ORDER_PROGRESS)
        .orElseThrow()
        .write(List.of(write))
        .getFirst();
  }
}
