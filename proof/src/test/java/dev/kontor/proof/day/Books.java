package dev.kontor.proof.day;

import dev.kontor.proof.merchant.Merchant;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.twin.shopware.control.Look;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** What both systems hold at one moment, told by themselves and not by the hub. */
final class Books {

  private static final String REFERENCE = "externalDocumentNumber";

  private final Merchant merchant;
  private final List<JsonNode> orders;
  private final Map<String, List<JsonNode>> open;
  private final Map<String, List<JsonNode>> invoices;
  private final Map<String, List<JsonNode>> shipments;
  private final Map<String, List<JsonNode>> memos;
  private final Map<String, List<JsonNode>> papers;

  private Books(Merchant merchant) {
    this.merchant = merchant;
    this.orders = merchant.shop().truth().orders().valueStream().toList();
    this.open = byReference(list("openOrders"));
    this.invoices = byReference(list("invoices"));
    this.shipments = byReference(list("shipments"));
    this.memos = memos();
    this.papers =
        by(
            merchant.shop().truth().documents().valueStream(),
            d -> d.path("orderNumber").asString());
  }

  static Books of(Merchant merchant) {
    return new Books(merchant);
  }

  private Stream<JsonNode> list(String what) {
    return merchant.erp().truth(what).path(what).valueStream();
  }

  /** A credit memo of a clerk names the invoice only, one of the hub its order too. */
  private Map<String, List<JsonNode>> memos() {
    Map<String, String> references =
        invoices.values().stream()
            .flatMap(List::stream)
            .collect(Collectors.toMap(i -> i.path("number").asString(), Books::reference));
    return by(
        list("creditMemos"),
        memo ->
            references.getOrDefault(
                memo.path("invoiceNumber").asString(""), reference(memo).split("/", 2)[0]));
  }

  private static String reference(JsonNode document) {
    return document.path(REFERENCE).asString("");
  }

  private static Map<String, List<JsonNode>> byReference(Stream<JsonNode> documents) {
    return by(documents, Books::reference);
  }

  private static Map<String, List<JsonNode>> by(
      Stream<JsonNode> documents, Function<JsonNode, String> key) {
    return documents.collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  /** The shop's. */
  List<JsonNode> orders() {
    return orders;
  }

  static String number(JsonNode order) {
    return order.path("orderNumber").asString();
  }

  static boolean isCancelled(JsonNode order) {
    return order.path("state").asString().equals("cancelled");
  }

  List<JsonNode> open(JsonNode order) {
    return of(open, order);
  }

  List<JsonNode> invoices(JsonNode order) {
    return of(invoices, order);
  }

  List<JsonNode> shipments(JsonNode order) {
    return of(shipments, order);
  }

  List<JsonNode> memos(JsonNode order) {
    return of(memos, order);
  }

  /** Documents of the order that its buyer sees, with their file. */
  List<JsonNode> papers(JsonNode order) {
    return papers.getOrDefault(number(order), List.of()).stream()
        .filter(d -> d.path("shownToBuyer").asBoolean() && d.path("size").asInt(0) > 0)
        .toList();
  }

  private static List<JsonNode> of(Map<String, List<JsonNode>> documents, JsonNode order) {
    return documents.getOrDefault(Truth.reference(order), List.of());
  }

  /** References that no order of the shop has. */
  Set<String> strangers() {
    Set<String> strangers = new TreeSet<>(open.keySet());
    strangers.addAll(invoices.keySet());
    strangers.removeAll(orders.stream().map(Truth::reference).collect(Collectors.toSet()));
    return strangers;
  }

  /** The ERP's numbers of what it has of an order, open or invoiced. */
  Set<String> erpNumbers(JsonNode order) {
    Set<String> numbers = new HashSet<>();
    open(order).forEach(o -> numbers.add(o.path("number").asString()));
    invoices(order).forEach(i -> numbers.add(i.path("orderNumber").asString()));
    return numbers;
  }

  /** What is ordered of each article and has not left, by the shop's orders. */
  Map<String, BigDecimal> owed() {
    Map<String, BigDecimal> owed = new TreeMap<>();
    for (JsonNode order : orders) {
      if (!isCancelled(order)) {
        Map<String, BigDecimal> left = left(order);
        order
            .path("items")
            .forEach(
                item -> {
                  String sku = item.path("productNumber").asString();
                  BigDecimal still =
                      item.path("quantity")
                          .decimalValue()
                          .subtract(left.getOrDefault(sku, BigDecimal.ZERO));
                  owed.merge(sku, still.max(BigDecimal.ZERO), BigDecimal::add);
                });
      }
    }
    return owed;
  }

  private Map<String, BigDecimal> left(JsonNode order) {
    return shipments(order).stream()
        .flatMap(s -> s.path("lines").valueStream())
        .collect(
            Collectors.toMap(
                l -> l.path("lineObjectNumber").asString(""),
                l -> l.path("quantity").decimalValue(),
                BigDecimal::add));
  }

  Map<String, BigDecimal> onHand() {
    return merchant.truth().onHand();
  }

  Map<String, Integer> shown() {
    return merchant.truth().shopStock();
  }

  /** The ERP's items by number. */
  Map<String, JsonNode> items() {
    return list("items")
        .collect(Collectors.toMap(i -> i.path("number").asString(), Function.identity()));
  }

  /** Articles as this shopper sees them, by article number. */
  Map<String, JsonNode> articles(Look look) {
    return merchant
        .shop()
        .truth()
        .products(look)
        .valueStream()
        .collect(Collectors.toMap(p -> p.path("productNumber").asString(), Function.identity()));
  }

  /** What the ERP would ask for one piece on that day. */
  BigDecimal price(Asker asker, Ware ware, int quantity, LocalDate day) {
    return Asker.unit(merchant.erp().price(asker.question(ware, quantity, day)));
  }
}
