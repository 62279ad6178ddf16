package dev.kontor.proof.merchant;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What shop and ERP really hold, asked past the hub. */
public final class Truth {

  private static final String PREFIX = "SW-";

  private final URI shop;
  private final URI erp;

  public Truth(URI shop, URI erp) {
    this.shop = shop;
    this.erp = erp;
  }

  public List<JsonNode> shopOrders() {
    return Wire.get(shop, "/_twin/truth/orders").valueStream().toList();
  }

  /** The order as it is now. */
  public JsonNode shopOrder(JsonNode order) {
    return shopOrders().stream()
        .filter(o -> o.path("id").equals(order.path("id")))
        .findFirst()
        .orElseThrow();
  }

  public Map<String, List<JsonNode>> erpOrders() {
    return Wire.get(erp, "/_twin/truth/orders")
        .path("orders")
        .valueStream()
        .collect(
            Collectors.groupingBy(
                o -> o.path("externalDocumentNumber").asString(""),
                TreeMap::new,
                Collectors.toList()));
  }

  public List<JsonNode> erpOrders(JsonNode shopOrder) {
    return erpOrders().getOrDefault(reference(shopOrder), List.of());
  }

  public static String reference(JsonNode shopOrder) {
    return PREFIX + shopOrder.path("orderNumber").asString();
  }

  public List<JsonNode> debtors() {
    return Wire.get(erp, "/_twin/truth/customers").path("customers").valueStream().toList();
  }

  /** Customers of the shop, guests among them. */
  public List<JsonNode> accounts() {
    return Wire.get(shop, "/_twin/truth/customers").valueStream().toList();
  }

  /** Articles as a buyer sees them who takes so many pieces. */
  public Map<String, JsonNode> articles(int quantity) {
    return Wire.get(shop, "/_twin/truth/products?quantity=" + quantity)
        .valueStream()
        .collect(Collectors.toMap(p -> p.path("productNumber").asString(""), p -> p));
  }

  /** Items of the ERP. */
  public List<JsonNode> items() {
    return Wire.get(erp, "/_twin/truth/items").path("items").valueStream().toList();
  }

  /** Files of an order that its buyer can open. */
  public List<JsonNode> files(JsonNode order) {
    return Wire.get(shop, "/_twin/truth/documents")
        .valueStream()
        .filter(d -> d.path("orderId").equals(order.path("id")) && d.path("size").asInt() > 0)
        .toList();
  }

  public int mails() {
    return Wire.get(shop, "/_twin/truth/mails").path("total").asInt();
  }

  public Map<String, Integer> shopStock() {
    Map<String, Integer> stock = new TreeMap<>();
    Wire.get(shop, "/_twin/truth/stock")
        .properties()
        .forEach(e -> stock.put(e.getKey(), e.getValue().asInt()));
    return stock;
  }

  public int shopStock(String sku) {
    return Objects.requireNonNull(shopStock().get(sku), sku);
  }

  /** From the ERP's ledger, all locations. */
  public Map<String, BigDecimal> onHand() {
    Map<String, BigDecimal> sums = new TreeMap<>();
    Wire.get(erp, "/_twin/truth/stock")
        .path("stock")
        .forEach(
            s ->
                sums.merge(
                    s.path("itemNumber").asString(),
                    s.path("quantity").decimalValue(),
                    BigDecimal::add));
    return sums;
  }

  /** Living orders that lack an ERP order or whose shop does not know its number yet. */
  public List<String> unanswered() {
    return living().getOrDefault(false, List.of());
  }

  /**
   * References of the orders that are not cancelled, by whether they are in the ERP and answered.
   */
  public Map<Boolean, List<String>> living() {
    Map<String, List<JsonNode>> there = erpOrders();
    return shopOrders().stream()
        .filter(o -> !o.path("state").asString().equals("cancelled"))
        .collect(
            Collectors.partitioningBy(
                o -> there.containsKey(reference(o)) && !toldNumber(o).isEmpty(),
                Collectors.mapping(Truth::reference, Collectors.toList())));
  }

  /** The ERP's number of an order as its shop knows it now; empty if it was not told. */
  public String erpNumber(JsonNode order) {
    return toldNumber(shopOrder(order));
  }

  /** The first posted invoice of an order, by the ERP's number that its shop knows. */
  public JsonNode erpInvoice(JsonNode order) {
    String number = erpNumber(order);
    return Wire.get(erp, "/_twin/truth/invoices")
        .path("invoices")
        .valueStream()
        .filter(i -> i.path("orderNumber").asString().equals(number))
        .findFirst()
        .orElseThrow();
  }

  /** The ERP's numbers as the shop knows them, by the shop's. */
  public Map<String, String> toldNumbers() {
    return shopOrders().stream()
        .collect(Collectors.toMap(o -> o.path("orderNumber").asString(), Truth::toldNumber));
  }

  static String toldNumber(JsonNode shopOrder) {
    return shopOrder.path("customFields").path("kontor_erp_order_number").asString("");
  }

  /** Everything that is lost, doubled, or differs by a cent, in words; empty is perfect. */
  public List<String> differences() {
    return differences(Set.of());
  }

  /**
   * As {@link #differences()}, where some orders must not be in the ERP.
   *
   * @param unwanted references of orders cancelled before their transfer
   */
  public List<String> differences(Set<String> unwanted) {
    List<String> wrong = new ArrayList<>();
    Map<String, List<JsonNode>> there = erpOrders();
    for (JsonNode order : shopOrders()) {
      String reference = reference(order);
      int times = unwanted.contains(reference) ? 0 : 1;
      wrong.addAll(differences(order, times, there.getOrDefault(reference, List.of())));
      there.remove(reference);
    }
    there.keySet().forEach(r -> wrong.add("'" + r + "' is in the ERP only"));
    return wrong;
  }

  /** As {@link #differences()}, of one order that must be in the ERP. */
  public List<String> differences(JsonNode order) {
    return differences(shopOrder(order), 1, erpOrders(order));
  }

  private static List<String> differences(JsonNode order, int times, List<JsonNode> found) {
    List<String> wrong = new ArrayList<>();
    if (found.size() != times) {
      wrong.add(reference(order) + " is " + found.size() + " times in the ERP");
    } else if (!found.isEmpty()) {
      compare(order, found.getFirst(), wrong);
    }
    return wrong;
  }

  private static void compare(JsonNode order, JsonNode found, List<String> wrong) {
    BigDecimal here = new BigDecimal(order.path("gross").asString());
    BigDecimal total = found.path("totalAmountIncludingTax").decimalValue();
    if (here.compareTo(total) != 0) {
      wrong.add(reference(order) + " is " + here + " in the shop, " + total + " in the ERP");
    }
    if (!toldNumber(order).equals(found.path("number").asString())) {
      wrong.add(reference(order) + " was told '" + toldNumber(order) + "'");
    }
  }
}
