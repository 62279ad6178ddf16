package dev.kontor.proof.simulation;

import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP's truth. It enforces nothing by itself: whoever writes twice has it twice. */
final class Erp {

  /** A document; {@code reference} is an order's external reference or a debtor's match key. */
  record Row(EntityType type, String id, String reference, JsonNode content) {}

  private final World world;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> onHand = new TreeMap<>();
  private final List<Document> stockChanges = new ArrayList<>();

  Erp(World world) {
    this.world = world;
  }

  /** Sets what lies in the warehouse; an article first set here is known from now on. */
  void onHand(String sku, int pieces) {
    onHand.put(sku, pieces);
    stockChanges.add(stock(sku));
    world.trace().add("ERP has " + pieces + " of " + sku);
  }

  boolean knows(String sku) {
    return onHand.containsKey(sku);
  }

  private Document stock(String sku) {
    Stock level =
        new Stock(
            sku,
            BigDecimal.valueOf(onHand.getOrDefault(sku, 0)),
            BigDecimal.valueOf(openDemand(sku)),
            BigDecimal.ZERO,
            List.of(),
            world.now());
    return document(EntityType.STOCK, sku, "v" + stockChanges.size(), ModelJson.tree(level));
  }

  private static Document document(EntityType type, String id, String version, JsonNode content) {
    return new Document(type, id, id, version, World.BEGIN, false, content);
  }

  int openDemand(String sku) {
    return orders().stream()
        .filter(o -> o.content().path("sku").asString().equals(sku))
        .mapToInt(Erp::pieces)
        .sum();
  }

  /** A person corrects an order here. */
  void byHand(String reference, int pieces) {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (row.reference().equals(reference) && pieces(row) != pieces) {
        ObjectNode content = row.content().deepCopy().asObject();
        content.put("pieces", String.valueOf(pieces));
        rows.set(i, new Row(row.type(), row.id(), reference, content));
        stockChanges.add(stock(content.path("sku").asString()));
        world.trace().add("by hand: " + reference + " has " + pieces + " pieces");
      }
    }
  }

  static int pieces(Row order) {
    return new BigDecimal(order.content().path("pieces").asString()).intValueExact();
  }

  Map<String, Integer> onHand() {
    return onHand;
  }

  List<Row> orders() {
    return rows.stream().filter(r -> r.type() == EntityType.ORDER).toList();
  }

  List<Row> debtors() {
    return rows.stream().filter(r -> r.type() == EntityType.CUSTOMER).toList();
  }

  List<Document> stockChanges() {
    return stockChanges;
  }

  List<Document> stock(List<String> skus) {
    return skus.stream().filter(onHand::containsKey).map(this::stock).toList();
  }

  Outcome create(EntityType type, Write write) {
    String reference =
        type == EntityType.CUSTOMER
            ? String.valueOf(CustomerKey.of(List.of(), write.content().path("email").asString()))
            : write.reference();
    if (rows.stream().anyMatch(r -> r.type() == type && r.reference().equals(reference))) {
      world.violation("second effect: " + type.key() + " " + reference);
    }
    String id = type.key() + "-" + (rows.size() + 1);
    rows.add(new Row(type, id, reference, write.content()));
    world.trace().add("ERP creates " + id + " " + reference);
    return new Outcome.Written(id, id, null);
  }

  List<Document> find(EntityType type, Identity identity) {
    List<Document> found =
        rows.stream()
            .filter(r -> r.type() == type && answers(r, identity))
            .map(r -> document(type, r.id(), "1", r.content()))
            .toList();
    if (found.isEmpty() && identity instanceof Identity.ExternalReference(var reference)) {
      world.lookUps().foundNothing(reference, world.now());
    }
    return found;
  }

  private static boolean answers(Row row, Identity identity) {
    return switch (identity) {
      case Identity.NativeId(var id) -> row.id().equals(id);
      case Identity.ExternalReference(var reference) -> row.reference().equals(reference);
      case Identity.Match(var key) -> row.reference().equals(key);
    };
  }
}
