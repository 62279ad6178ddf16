package dev.kontor.proof.simulation;

import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.OrderState;
import dev.kontor.spi.Document;
import dev.kontor.spi.Identity;
import dev.kontor.spi.Outcome;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The shop's truth: orders, stock as shown, and what the hub told it. */
final class Shop {

  /** An order as it stands. */
  record Placed(
      int number, String email, String sku, int pieces, OrderState state, Instant placedAt) {
    String id() {
      return "id-" + number;
    }

    String reference() {
      return "S-" + number;
    }

    /** What the buyer is to get. */
    int wanted() {
      return isCancelled() ? 0 : pieces;
    }

    boolean isCancelled() {
      return state == OrderState.CANCELLED;
    }
  }

  private final World world;
  private final Map<String, Placed> orders = new TreeMap<>();
  private final Map<String, Document> documents = new TreeMap<>();
  private final List<Document> changes = new ArrayList<>();
  private final Map<String, Integer> shown = new TreeMap<>();
  private final Map<String, String> told = new TreeMap<>();
  private final Map<String, String> articles = new TreeMap<>();
  private final Map<String, List<String>> progress = new TreeMap<>();

  Shop(World world) {
    this.world = world;
  }

  /** Places or changes an order; the shop moves its own stock at once. */
  void put(Placed order) {
    Placed before = orders.put(order.id(), order);
    if (before != null && !before.isCancelled()) {
      shown.merge(before.sku(), before.pieces(), Integer::sum);
    }
    if (!order.isCancelled()) {
      shown.merge(order.sku(), -order.pieces(), Integer::sum);
    }
    Document document =
        new Document(
            EntityType.ORDER,
            order.id(),
            String.valueOf(order.number()),
            "v" + changes.size(),
            world.now(),
            false,
            ModelJson.tree(Orders.order(order)));
    documents.put(order.id(), document);
    changes.add(document);
    world.trace().add("shop: " + order);
  }

  List<Placed> orders() {
    return List.copyOf(orders.values());
  }

  List<Document> changes() {
    return changes;
  }

  /** Of that order at present. */
  String version(String id) {
    return Objects.requireNonNull(documents.get(id)).version();
  }

  /** As it was then. */
  Document document(String version) {
    return changes.stream().filter(c -> c.version().equals(version)).findFirst().orElseThrow();
  }

  List<Document> fetch(List<String> ids) {
    return ids.stream().map(documents::get).filter(Objects::nonNull).toList();
  }

  Outcome setStock(Write write) {
    String sku = write.content().path("sku").asString();
    int pieces = new BigDecimal(write.content().path("quantity").asString()).intValueExact();
    world.trace().add("shop shows " + sku + " = " + pieces);
    shown.put(sku, pieces);
    return new Outcome.Written(sku, null, null);
  }

  Outcome setArticle(Write write) {
    String sku = write.reference();
    if (write.action() == Write.Action.DELETE) {
      articles.remove(sku);
    } else {
      articles.put(sku, write.content().path("name").asString());
    }
    world.trace().add("shop calls " + sku + " " + articles.get(sku));
    return new Outcome.Written(sku, sku, null);
  }

  /** Of an article its number is its id as well. */
  List<Document> article(Identity identity) {
    return identity instanceof Identity.ExternalReference(var sku) && articles.containsKey(sku)
        ? List.of(new Document(EntityType.PRODUCT, sku, sku, "1", world.now(), false, null))
        : List.of();
  }

  /** What it was told before it hears without effect. */
  Outcome tellProgress(Write write) {
    String order = String.valueOf(write.targetId());
    String event =
        write.content().path("kind").asString()
            + " "
            + write.content().path("shipment").asString("");
    List<String> heard = progress.computeIfAbsent(order, o -> new ArrayList<>());
    if (!heard.contains(event)) {
      heard.add(event);
    }
    world.trace().add("shop hears of " + order + ": " + event);
    return new Outcome.Written(order, null, null);
  }

  Outcome tell(Write write) {
    String order = String.valueOf(write.targetId());
    String number = write.content().path("erpNumber").asString();
    String before = told.putIfAbsent(order, number);
    if (before != null && !before.equals(number)) {
      world.violation("order " + order + " was told " + before + " and " + number);
    }
    return new Outcome.Written(order, null, null);
  }

  /** Names by article number. */
  Map<String, String> articles() {
    return articles;
  }

  /** What the shop has heard of its orders, by order, in the order it heard of it. */
  Map<String, List<String>> progress() {
    return progress;
  }

  Map<String, Integer> shown() {
    return shown;
  }

  Map<String, String> told() {
    return told;
  }
}
