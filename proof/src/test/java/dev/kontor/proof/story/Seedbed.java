package dev.kontor.proof.story;

import dev.kontor.app.demo.Assortment;
import dev.kontor.app.demo.ShopwareGoods;
import dev.kontor.proof.merchant.ErpByHand;
import dev.kontor.proof.merchant.Order;
import dev.kontor.proof.merchant.ShopByHand;
import dev.kontor.proof.merchant.TwinPair;
import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders, articles and customers about which shop and ERP are to differ, and who works on them. */
final class Seedbed {

  /** What all orders are about. */
  static final String GOODS = "AH-1005";

  private final TwinPair pair;
  private final ErpByHand clerk;
  private final ShopByHand person;
  private int made;

  Seedbed(TwinPair pair) {
    this.pair = pair;
    this.clerk = new ErpByHand(pair);
    this.person = new ShopByHand(pair);
  }

  /** What costs nothing is for sale or not, depending on which of two flows came first. */
  void price() {
    for (Assortment.Article article : ShopwareGoods.assortment().articles()) {
      enter("items", Json.object().put("number", article.sku()).put("unitPrice", BigDecimal.TEN));
    }
  }

  TwinPair pair() {
    return pair;
  }

  /** In the ERP. */
  ErpByHand clerk() {
    return clerk;
  }

  /** In the shop's administration. */
  ShopByHand person() {
    return person;
  }

  private int next() {
    return ++made;
  }

  private String email() {
    return "k" + next() + "@kunde.example";
  }

  /** What a guest would order. */
  ObjectNode wish() {
    return Order.of(email(), GOODS, 2);
  }

  JsonNode order() {
    return pair.place(wish());
  }

  void change(JsonNode order, String action) {
    pair.change(order, action, null);
  }

  static String number(JsonNode order) {
    return order.path("orderNumber").asString();
  }

  String erpNumber(JsonNode order) {
    return pair.truth().erpNumber(order);
  }

  static BigDecimal gross(JsonNode order) {
    return new BigDecimal(order.path("gross").asString());
  }

  /** An item that both will have; its number. */
  String article() {
    return article(item -> {});
  }

  String article(Consumer<ObjectNode> change) {
    String number = "P-" + next();
    ObjectNode item = Json.object().put("number", number).put("displayName", "Krug " + number);
    item.put("unitPrice", BigDecimal.TEN).put("vatProductGroup", "VAT19");
    item.putObject("stock").put("MAIN", 100);
    change.accept(item);
    enter("items", item);
    return number;
  }

  /** Changes one record of the ERP as a person does. */
  void enter(String table, ObjectNode row) {
    pair.erp().setup(Json.object().set(table, Json.array().add(row)));
  }

  /** A registered customer; the e-mail. */
  String account() {
    String email = email();
    ObjectNode request =
        Json.object().put("email", email).put("firstName", "Ute").put("lastName", "Uhl");
    request.putObject("billing").put("street", "Weg 1").put("city", "Ulm").put("country", "DE");
    Wire.post(pair.shop().uri(), "/_twin/shop/customers", request);
    return email;
  }

  /** What the customer, or somebody in the shop, changes of the account. */
  void inShop(String email, String what, ObjectNode change) {
    Wire.post(
        pair.shop().uri(),
        "/_twin/shop/customers/" + byEmail(pair.truth().accounts(), email, "id") + "/" + what,
        change);
  }

  /** What somebody changes of the debtor in the ERP. */
  void inErp(String email, String field, String value) {
    enter("customers", Json.object().put("number", debtor(email)).put(field, value));
  }

  /** The ERP's number of a customer. */
  String debtor(String email) {
    return byEmail(pair.truth().debtors(), email, "number");
  }

  private static String byEmail(List<JsonNode> people, String email, String field) {
    return people.stream()
        .filter(one -> one.path("email").asString("").equals(email))
        .findFirst()
        .orElseThrow()
        .path(field)
        .asString();
  }
}
