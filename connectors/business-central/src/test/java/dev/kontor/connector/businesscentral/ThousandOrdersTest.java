package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.PriceBasis;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Prepared;
import dev.kontor.spi.Write;
import dev.kontor.spi.Writer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a thousand orders of known customers cost, each order with a customer of its own. */
class ThousandOrdersTest {

  private static final int ORDERS = 1000;
  private static final int LANES = 100;
  private static final int ITEMS = 200;

  private final TwinWorld world = new TwinWorld();
  private final CountedToolbox counted = new CountedToolbox(world.toolbox);
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), counted);

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  @Test
  void aThousandOrdersOfAThousandCustomersTakeAtMostThirtyCalls() {
    stock();
    List<String> customers = new ArrayList<>();
    for (int i = 0; i < ORDERS; i++) {
      customers.add(world.id("customers", "K" + i));
    }
    Writer writer = connector.writer(EntityType.ORDER).orElseThrow();
    for (int from = 0; from < ORDERS; from += LANES) {
      write(writer, from, customers);
    }
    assertThat(world.truth("orders").size()).isEqualTo(ORDERS);
    System.out.println(
        "1000 orders of 1000 customers and "
            + ITEMS
            + " items: "
            + counted.calls
            + " calls, "
            + counted.operations
            + " operations");
    assertThat(counted.calls.get()).isLessThanOrEqualTo(30);
    assertThat(counted.operations.get())
        .as("each order is an operation, and look-ups are made, thirty keys to one")
        .isBetween(ORDERS + ORDERS / 30, ORDERS + ORDERS / 30 + ITEMS / 30 + 40);
  }

  private void stock() {
    ObjectNode setup = Json.object();
    ArrayNode items = setup.putArray("items");
    for (int i = 0; i < ITEMS; i++) {
      items
          .addObject()
          .put("number", "I" + i)
          .put("displayName", "Item")
          .put("type", "Inventory")
          .put("vatProductGroup", "VAT19")
          .put("unitPrice", BigDecimal.TEN);
    }
    ArrayNode customers = setup.putArray("customers");
    for (int i = 0; i < ORDERS; i++) {
      customers
          .addObject()
          .put("number", "K" + i)
          .put("displayName", "Customer")
          .put("blocked", "_x0020_")
          .put("vatBusinessGroup", "DOMESTIC")
          .put("generalBusinessGroup", "DOMESTIC")
          .put("customerPostingGroup", "DOMESTIC");
    }
    world.twin.setup(setup);
  }

  /** As the engine does with a batch of lanes. */
  private static void write(Writer writer, int from, List<String> customers) {
    List<Writer.Draft> drafts = new ArrayList<>();
    for (int i = from; i < from + LANES; i++) {
      drafts.add(draft(customers.get(i), "I" + i % ITEMS));
    }
    List<Write> writes = new ArrayList<>();
    for (Prepared prepared : writer.prepareAll(drafts)) {
      assertThat(prepared).isInstanceOf(Prepared.Ready.class);
      String reference = "SW-" + (from + writes.size());
      JsonNode content = ((Prepared.Ready) prepared).content();
      writes.add(new Write("k" + reference, Write.Action.CREATE, reference, null, content));
    }
    for (int at = 0; at < writes.size(); ) {
      int to = Math.min(writes.size(), at + writer.maxBatch());
      assertThat(writer.write(writes.subList(at, to))).allMatch(Outcome.Written.class::isInstance);
      at = to;
    }
  }

  private static Writer.Draft draft(String customer, String sku) {
    Order order = SampleOrder.in(PriceBasis.GROSS).goods(sku, "1", "10", "10", "19").build();
    JsonNode model = ModelJson.tree(order);
    ObjectNode content = Json.object().put("customerId", customer).put("currencyCode", "EUR");
    content.put("pricesIncludeTax", true);
    content.set("salesOrderLines", SalesLines.apply(List.of(model, Json.object())));
    return new Writer.Draft(content, model);
  }
}
