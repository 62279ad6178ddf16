package dev.kontor.proof.simulation;

import dev.kontor.model.CustomerKey;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Stock;
import dev.kontor.spi.Document;
import dev.kontor.spi.Fault;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The ERP's truth. It enforces nothing by itself: whoever writes twice has it twice. */
final class Erp {

  /** A document; {@code reference} is an order's external reference or a debtor's match key. */
  record Row(EntityType type, String id, String reference, JsonNode content, int version) {
    Row with(JsonNode newer) {
      return new Row(type, id, reference, newer, version + 1);
    }
  }

  private final World world;
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Integer> onHand = new TreeMap<>();
  private final List<Document> stockChanges = new ArrayList<>();
  private final Warehouse warehouse;
  private final Catalogue catalogue;
  private final Map<String, String> made = new TreeMap<>();
  private boolean letsChange;

  /** Numbers given so far; that of an order that was taken away is not given again. */
  private int given;

  Erp(World world) {
    this.world = world;
    this.warehouse = new Warehouse(world);
    this.catalogue = new Catalogue(world);
  }

  Warehouse warehouse() {
    return warehouse;
  }

  Catalogue catalogue() {
    return catalogue;
  }

  /** From now on the hub may change and take away orders that were not shipped. */
  void letChange() {
    letsChange = true;
  }

  boolean letsChange() {
    return letsChange;
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
        Stock.sum(
            sku,
            BigDecimal.valueOf(onHand.getOrDefault(sku, 0)),
            BigDecimal.valueOf(openDemand(sku)),
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
        rows.set(i, row.with(content));
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

  /** Numbers of all orders that were ever made, by reference. */
  Map<String, String> made() {
    return made;
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
    String id = type.key() + "-" + ++given;
    rows.add(new Row(type, id, reference, write.content(), 1));
    world.trace().add("ERP creates " + id + " " + reference);
    if (type == EntityType.ORDER) {
      made.put(reference, id);
      warehouse.ordered(id, reference);
    }
    return new Outcome.Written(id, id, null);
  }

  /** Changes an order that is as the hub saw it last, or takes it away. */
  Outcome change(Write write) {
    String id = String.valueOf(write.targetId());
    Optional<Row> there = rows.stream().filter(row -> row.id().equals(id)).findFirst();
    boolean away = write.action() == Write.Action.DELETE;
    if (there.isEmpty()) {
      return away
          ? new Outcome.Written(id, id, null)
          : new Fault.Unsupported("order " + id + " is gone");
    }
    if (!warehouse.shipments(id).isEmpty()) {
      return new Fault.Unsupported("order " + id + " has been shipped");
    }
    Row row = there.get();
    if (!away && row.version() != write.content().path("expects").asInt(-1)) {
      return new Fault.Conflict("order " + id + " was changed by somebody else");
    }
    world.trace().add("ERP " + write.action() + " " + id);
    if (away) {
      rows.remove(row);
    } else {
      rows.set(rows.indexOf(row), row.with(write.content()));
    }
    stockChanges.add(stock(row.content().path("sku").asString()));
    return new Outcome.Written(id, id, null);
  }

  /** What a change of that order must name, so that it changes nothing newer. */
  int version(String id) {
    return rows.stream().filter(row -> row.id().equals(id)).mapToInt(Row::version).sum();
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
