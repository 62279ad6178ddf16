package dev.kontor.proof.story;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.contract.Await;
import dev.kontor.proof.merchant.HubProcess;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A shop and an ERP that know 60 articles, 40 customers and 30 orders before any hub stands between
 * them; people have kept both by hand, as people do.
 */
final class TwoInUse {

  /** Articles that a former hub brought into the shop just as the ERP has them. */
  static final int EQUAL = 50;

  private final TwinPair pair;

  TwoInUse(TwinPair pair) {
    this.pair = pair;
  }

  static String number(int article) {
    return "K-%03d".formatted(article);
  }

  static String email(int customer) {
    return "c%02d@kunde.example".formatted(customer);
  }

  /** The ERP has 60, the shop the first 50 by a hub that is gone since, and its people's own. */
  void articles(Path directory) throws Exception {
    enter("items", ShopwareGoods.assortment().articles().stream().map(TwoInUse::priced).toList());
    enter("items", IntStream.rangeClosed(1, EQUAL).mapToObj(TwoInUse::item).toList());
    try (HubProcess former = new HubProcess(directory, TwinPair.secrets())) {
      former.configure(pair.configuration(former.door(), "products"));
      former.start();
      former.awaitReady();
      former.awaitRest(Set.of("products"), Await.PATIENCE);
      former.stop();
    }
    enter("items", IntStream.rangeClosed(EQUAL + 1, 60).mapToObj(TwoInUse::item).toList());
    ArrayNode shop = Json.array();
    List.of("k-051", "k-052", "k-053", "k-054", "k-055", "ALT-56", "ALT-57", "ALT-58")
        .forEach(number -> shop.add(product(number)));
    List.of("K-059", "K-0 59", "K-060", "K-06 0").forEach(number -> shop.add(product(number)));
    Wire.post(pair.shop().uri(), "/_twin/shop/products", shop);
  }

  private static ObjectNode item(int article) {
    return Json.object()
        .put("number", number(article))
        .put("displayName", "Krug " + article)
        .put("unitPrice", BigDecimal.TEN)
        .put("vatProductGroup", "VAT19");
  }

  /** What is ordered costs something in the shop once the ERP's price is there. */
  private static ObjectNode priced(Assortment.Article article) {
    return Json.object().put("number", article.sku()).put("unitPrice", BigDecimal.TEN);
  }

  private static ObjectNode product(String number) {
    return Json.object()
        .put("productNumber", number)
        .put("name", "Alter Krug")
        .put("gross", "11.90")
        .put("taxRate", "19")
        .put("stock", 100);
  }

  /** 30 share their e-mail with one debtor, 5 their VAT id, 3 their e-mail with two, 2 nothing. */
  void customers() {
    for (int i = 1; i <= 40; i++) {
      ObjectNode person = person(i).put("firstName", "Änne").put("lastName", "Ohm " + i);
      if (i > 30 && i <= 35) {
        person.put("company", "Ohm GmbH " + i).putArray("vatIds").add(vatId(i));
      }
      person.putObject("billing").put("country", "DE").put("street", "Königstraße " + i);
      Wire.post(pair.shop().uri(), "/_twin/shop/customers", person);
    }
    enter("customers", IntStream.rangeClosed(1, 38).mapToObj(i -> debtor("C-" + i, i)).toList());
    enter("customers", IntStream.rangeClosed(36, 38).mapToObj(i -> debtor("D-" + i, i)).toList());
  }

  private static ObjectNode person(int customer) {
    return Json.object().put("email", email(customer)).put("guest", false);
  }

  private static String vatId(int customer) {
    return "DE1234567" + customer;
  }

  private static ObjectNode debtor(String number, int customer) {
    ObjectNode debtor =
        Json.object()
            .put("number", number)
            .put("displayName", "Ohm " + customer)
            .put("country", "DE")
            .put("vatBusinessGroup", "DOMESTIC")
            .put("generalBusinessGroup", "DOMESTIC")
            .put("customerPostingGroup", "DOMESTIC");
    return customer > 30 && customer <= 35
        ? debtor.put("taxRegistrationNumber", vatId(customer))
        : debtor.put("email", email(customer));
  }

  /** One order of each of the first 27 customers, and of the three who are two debtors. */
  List<JsonNode> orders() {
    return IntStream.concat(IntStream.rangeClosed(1, 27), IntStream.rangeClosed(36, 38))
        .mapToObj(
            customer -> {
              ObjectNode order = Order.of(email(customer), "AH-1005", 2);
              order.set("customer", person(customer));
              return pair.place(order);
            })
        .toList();
  }

  private void enter(String section, List<ObjectNode> rows) {
    ObjectNode setup = Json.object();
    rows.forEach(setup.putArray(section)::add);
    pair.erp().setup(setup);
  }

  /** All that both systems hold of what the hub could touch. */
  Map<String, JsonNode> everything() {
    Map<String, JsonNode> all = new TreeMap<>();
    for (String what : List.of("orders", "products", "customers", "stock", "documents", "mails")) {
      all.put("shop " + what, Wire.get(pair.shop().uri(), "/_twin/truth/" + what));
    }
    for (String what : List.of("orders", "items", "customers", "stock")) {
      all.put("erp " + what, Wire.get(pair.erp().uri(), "/_twin/truth/" + what));
    }
    return all;
  }
}
