package dev.kontor.connector.financeoperations.twin;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.connector.financeoperations.payment.EnteredPayments;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.contract.PushDoor;
import dev.kontor.contract.TwinBench;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.Customer;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderPayment;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.Payment;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.Quote;
import dev.kontor.spi.Connector;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The contract's bench on the twin of Finance & Operations. */
final class FinanceOperationsBench implements TwinBench {

  private static final String WRONG = "not-the-secret";
  private static final String HEADERS = "SalesOrderHeadersV2";
  private static final String EVENT = "SalesOrderConfirmedBusinessEvent";
  private static final String EVENT_SECRET = "5b1d0f4e8a7c46d2b39e01f7c85a6d24";

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private boolean listening;
  private final PushDoor door = new PushDoor(() -> connected().inbox().orElseThrow());

  private Connector connected() {
    return new FinanceOperationsProvider().connect(settings(), toolbox);
  }

  @Override
  public Settings settings() {
    return erp.settings(
        """
        {"eventSecret": "%s", "skuScheme": "variant",
         "events": {"%s": ["customer", "order-progress", "price", "product", "quote", "stock"]}}
        """
            .formatted(EVENT_SECRET, EVENT));
  }

  @Override
  public Settings wrongSecret() {
    return erp.settings(WRONG, erp.settings().text("url"));
  }

  @Override
  public Settings wrongAddress() {
    return erp.settings(erp.secret(), "http://127.0.0.1:1");
  }

  @Override
  public List<String> secrets() {
    return List.of(erp.secret(), WRONG, EVENT_SECRET, "access_token");
  }

  @Override
  public Toolbox toolbox() {
    return toolbox;
  }

  @Override
  public Placed place(EntityType type) {
    return place(type, "as always");
  }

  private Placed place(EntityType type, String text) {
    if (type == EntityType.QUOTE) {
      String quote = erp.fresh("Q");
      String number = erp.quotation(quote, text);
      erp.quotation(number, "send", "{\"expires\": \"2099-12-31\"}");
      return new Placed(number, quote);
    }
    if (type == EntityType.PAYMENT) {
      String reference = erp.fresh("SW-") + "/p";
      erp.pay(EnteredPayments.key(reference), "12.34");
      return new Placed(reference, reference);
    }
    if (type == EntityType.PRODUCT) {
      String master = erp.master(text);
      return new Placed(master, master);
    }
    String id =
        type == EntityType.CUSTOMER
            ? erp.customer(text, mail()).path("CustomerAccount").asString()
            : isOfArticle(type) ? erp.item() : erp.order(null, text);
    return new Placed(id, id);
  }

  private static boolean isOfArticle(EntityType type) {
    return type == EntityType.STOCK || type == EntityType.PRICE;
  }

  private String mail() {
    return erp.fresh("buyer") + "@kunde.example";
  }

  /** A number of an order that is gone reads as cancelled; none is that long. */
  @Override
  public String unknown(EntityType type, Placed placed) {
    return "no-such-number-" + placed.id();
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int count) {
    return Stream.generate(() -> place(type)).limit(count).toList();
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    String id = placed.id();
    if (type == EntityType.QUOTE) {
      return Map.of(
          "priced",
          () -> erp.quotation(id, "price", "{\"lines\": [{\"line\": 1, \"price\": \"9.99\"}]}"),
          "extended",
          () -> erp.quotation(id, "send", "{\"expires\": \"2099-11-30\"}"));
    }
    if (type == EntityType.PRICE) {
      return Map.of(
          "agreed", () -> erp.agree(id, "\"Price\": 0.55"),
          "discounted", () -> erp.discount(id),
          "repriced", () -> erp.reprice(id));
    }
    if (type == EntityType.PRODUCT) {
      return Map.of(
          "renamed", () -> erp.translate(id, "Another name"),
          "coded", () -> erp.code(id + "-1", "4012345000030"),
          "varied", () -> erp.vary(id, "ROT"),
          "repriced", () -> erp.reprice(id));
    }
    if (type == EntityType.CUSTOMER) {
      return Map.of(
          "renamed", () -> erp.rename(id, "Meller & Söhne"),
          "owes", () -> erp.owes(id, "12.34"));
    }
    return type == EntityType.STOCK
        ? Map.of("counted", () -> erp.count(id))
        : Map.of("confirmed", () -> erp.confirm(id));
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    if (type == EntityType.CUSTOMER) {
      return Optional.of(new Awkward(place(type, text), List.of(new BigDecimal("1234.57"))));
    }
    if (type == EntityType.PRODUCT) {
      return Optional.of(new Awkward(place(type, text), List.of()));
    }
    List<BigDecimal> amounts = List.of(new BigDecimal("17.35"), new BigDecimal("34.70"));
    if (type == EntityType.QUOTE) {
      return Optional.of(new Awkward(place(type, text), List.of()));
    }
    return type == EntityType.ORDER
        ? Optional.of(new Awkward(place(type, text), amounts))
        : Optional.empty();
  }

  @Override
  public Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    return action == Write.Action.DELETE
        ? Optional.empty()
        : Optional.of(sample(type, action, text, ""));
  }

  @Override
  public boolean interfere(EntityType type, Sample sample) {
    // Others are written whatever is there by now, or a line at a time.
    boolean asRead = type == EntityType.ORDER && sample.write().action() != Write.Action.CREATE;
    erp.control("POST", "conflicts", "{\"times\":1,\"meanwhile\":" + asRead + "}");
    return true;
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    erp.withdraw(placed.id());
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int count) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      samples.add(sample(type, action, erp.fresh("Kontor "), ""));
    }
    return samples;
  }

  @Override
  public JsonNode model(EntityType type, Sample sample) {
    if (type == EntityType.CREDIT_MEMO) {
      Order given =
          SampleOrder.in(PriceBasis.GROSS)
              .goods("AH-1000", "3", "19.99", "59.97", "19")
              .paid("59.97")
              .refund("r", "59.97")
              .build();
      return ModelJson.tree(new OrderRefund(given, given.refunds().getFirst()));
    }
    if (type == EntityType.QUOTE) {
      return ModelJson.tree(askedFor());
    }
    Order order =
        SampleOrder.in(PriceBasis.GROSS)
            .goods("AH-1000", "3", "19.99", "59.97", "19")
            .goods("AH-1003", "3", "19.99", "59.97", "19")
            .paid("119.94")
            .build();
    if (type == EntityType.PAYMENT) {
      Payment payment = order.payments().getFirst();
      return ModelJson.tree(new OrderPayment(order, payment, payment.captures().getFirst()));
    }
    return type == EntityType.ORDER ? ModelJson.tree(order) : sample.write().content();
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    if (type == EntityType.CUSTOMER) {
      return sample(type, action, "never written", "CustomerGroupId");
    }
    if (type == EntityType.PAYMENT) {
      return sample(type, action, "as always", "CurrencyCode");
    }
    return sample(
        type,
        action,
        "as always",
        action == Write.Action.DELETE ? "SalesOrderProcessingStatus" : "ItemNumber");
  }

  private Sample sample(EntityType type, Write.Action action, String text, String wrong) {
    if (type == EntityType.CUSTOMER) {
      String there = action == Write.Action.CREATE ? null : place(type).id();
      ObjectNode content = there == null ? customer(text, wrong) : change(text, wrong);
      return new Sample(new Write(mail(), action, "", there, content), wrong);
    }
    if (type == EntityType.QUOTE) {
      String quote = erp.fresh("Q");
      String there = action == Write.Action.CREATE ? null : erp.quotation(quote, "before");
      return new Sample(new Write(quote, action, quote, there, quote(text, wrong)), wrong);
    }
    String reference = erp.fresh("SW-");
    if (type == EntityType.PAYMENT) {
      // Else the answer that is lost would be that of the journal.
      erp.journal("Kontor 2026-11-21");
      return new Sample(new Write(reference, action, reference, null, payment(text, wrong)), wrong);
    }
    String target = action == Write.Action.CREATE ? null : erp.order(reference, "before");
    if (action == Write.Action.DELETE && !wrong.isEmpty()) {
      erp.confirm(String.valueOf(target));
    }
    ObjectNode content =
        type == EntityType.CREDIT_MEMO ? givenBack(order(text, wrong)) : order(text, wrong);
    return new Sample(new Write(reference, action, reference, target, content), wrong);
  }

  private ObjectNode customer(String name, String wrong) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("CustomerGroupId", wrong.isEmpty() ? "WEB" : "NIE")
        .put("PartyType", "Organization")
        .put("OrganizationName", name)
        .put("PrimaryContactEmail", mail());
  }

  private static ObjectNode givenBack(ObjectNode order) {
    for (JsonNode line : order.path("SalesOrderLines")) {
      line.asObject()
          .put("OrderedSalesQuantity", new BigDecimal("-3"))
          .put("LineAmount", new BigDecimal("-59.97"));
    }
    return order;
  }

  private static Quote askedFor() {
    Customer buyer =
        new Customer(
            null,
            null,
            Customer.Kind.COMPANY,
            false,
            "Möbel Meller KG",
            null,
            null,
            null,
            null,
            "einkauf@moebel-meller.example",
            null,
            List.of("DE533435789"),
            null,
            null,
            null,
            null,
            null,
            Map.of());
    return new Quote(
        "Q1",
        null,
        Quote.State.REQUESTED,
        Instant.EPOCH,
        null,
        "EUR",
        buyer,
        List.of(),
        BigDecimal.ONE,
        null,
        null,
        Map.of());
  }

  private static ObjectNode quote(String text, String wrong) {
    ObjectNode quote = ModelJson.mapper().createObjectNode();
    quote
        .put("RequestingCustomerAccountNumber", TwinErp.CUSTOMER)
        .put("CurrencyCode", "EUR")
        .put("state", "REQUESTED")
        .put("DefaultShippingSiteId", "1")
        .put("DefaultShippingWarehouseId", "11")
        .putArray("SalesQuotationLines")
        .add(asked("AH-1000", "AH-1000", text))
        .add(asked("AH-1003", wrong.equals("ItemNumber") ? "NIE" : "AH-1003", text));
    return quote;
  }

  private static ObjectNode asked(String sku, String item, String text) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ItemNumber", item)
        .put("ExternalItemNumber", sku)
        .put("LineDescription", text)
        .put("RequestedSalesQuantity", new BigDecimal("2"));
  }

  private static ObjectNode change(String name, String wrong) {
    ObjectNode change = ModelJson.mapper().createObjectNode().put("OrganizationName", name);
    return wrong.isEmpty() ? change : change.put(wrong, "NIE");
  }

  private static ObjectNode payment(String text, String wrong) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("journal", "SHOPZAHL")
        .put("AccountType", "Cust")
        .put("AccountDisplayValue", TwinErp.CUSTOMER)
        .put("CreditAmount", new BigDecimal("12.34"))
        .put("CurrencyCode", wrong.isEmpty() ? "EUR" : "XXX")
        .put("TransactionText", text);
  }

  private static ObjectNode order(String text, String wrong) {
    ObjectNode order = ModelJson.mapper().createObjectNode();
    order
        .put("OrderingCustomerAccountNumber", TwinErp.CUSTOMER)
        .put("CurrencyCode", "EUR")
        .put("DefaultShippingSiteId", "1")
        .put("DefaultShippingWarehouseId", "11")
        .putArray("SalesOrderLines")
        .add(line(1, "AH-1000", "after " + text))
        .add(line(2, wrong.equals("ItemNumber") ? "NIE" : "AH-1003", text));
    return order;
  }

  private static ObjectNode line(int number, String item, String text) {
    return ModelJson.mapper()
        .createObjectNode()
        .put("ItemNumber", item)
        .put("ExternalItemNumber", item)
        .put("LineDescription", text)
        .put("OrderedSalesQuantity", new BigDecimal("3"))
        .put("SalesPrice", new BigDecimal("19.99"))
        .put("LineAmount", new BigDecimal("59.97"))
        .put("SalesPriceQuantity", BigDecimal.ONE)
        .put("CustomersLineNumber", number);
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    Write write = sample.write();
    if (type == EntityType.CUSTOMER && write.targetId() != null) {
      String name = write.content().path("OrganizationName").asString();
      return (int)
          erp.rows("CustomersV3", "CustomerAccount eq '" + write.targetId() + "'").stream()
              .filter(row -> row.path("OrganizationName").asString().equals(name))
              .count();
    }
    if (type == EntityType.CUSTOMER) {
      String mail = write.content().path("PrimaryContactEmail").asString();
      String name = write.content().path("OrganizationName").asString();
      return (int)
          erp.rows("CustomersV3", "PrimaryContactEmail eq '" + mail + "'").stream()
              .filter(row -> row.path("OrganizationName").asString().equals(name))
              .count();
    }
    if (type == EntityType.QUOTE) {
      return quotes(write);
    }
    if (type == EntityType.PAYMENT) {
      String key = EnteredPayments.key(write.reference());
      return erp.rows("CustomerPaymentJournalLines", "PaymentReference eq '" + key + "'").size();
    }
    List<JsonNode> orders =
        erp.rows(HEADERS, "CustomersOrderReference eq '" + write.reference() + "'");
    return switch (write.action()) {
      case CREATE -> orders.size();
      case DELETE -> orders.isEmpty() ? 1 : 0;
      case UPDATE -> changed(write) ? 1 : 0;
    };
  }

  private int quotes(Write write) {
    String wanted =
        write.content().path("SalesQuotationLines").path(1).path("LineDescription").asString();
    return (int)
        erp
            .rows(
                "SalesQuotationHeadersV2", "CustomersReference eq 'WEBQ-" + write.reference() + "'")
            .stream()
            .filter(
                header ->
                    write.action() == Write.Action.CREATE
                        || erp
                            .rows(
                                "SalesQuotationLines",
                                "SalesQuotationNumber eq '" + write.targetId() + "'")
                            .stream()
                            .anyMatch(l -> l.path("LineDescription").asString().equals(wanted)))
            .count();
  }

  /** Whether its new line is there, which is entered first. */
  private boolean changed(Write write) {
    String wanted =
        write.content().path("SalesOrderLines").path(1).path("LineDescription").asString();
    return erp.lines(String.valueOf(write.targetId())).stream()
        .anyMatch(line -> line.path("LineDescription").asString().equals(wanted));
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    erp.dials().reset();
    switch (trouble) {
      case NONE -> {}
      case RESET -> erp.dials().set("resetProbability", 1);
      case LOST_ANSWER ->
          erp.dials().only("/data", "POST", "PATCH", "DELETE").set("dropAnswerProbability", 1);
      case THROTTLED -> erp.dials().only("/data").set("throttleProbability", 1);
      case SERVER_ERROR -> erp.dials().only("/data").set("serverErrorProbability", 1);
      case DOWN -> erp.dials().set("down", true);
    }
  }

  /** They last an hour (finance-operations/contract.md §1). */
  @Override
  public void expireTokens() {
    erp.clock.advance(Duration.ofHours(2));
  }

  /** Whatever the document is, an order is confirmed: settings say that this is about all. */
  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    if (!listening) {
      erp.announce(door.uri() + "/events/" + EVENT_SECRET, EVENT);
      listening = true;
    }
    erp.confirm(erp.order(null, "announced"));
    return door.next(EVENT);
  }

  @Override
  public RawRequest forged(RawRequest genuine) {
    String path = genuine.path().replaceAll(".$", "x");
    return new RawRequest(
        genuine.method(), path, genuine.query(), genuine.headers(), genuine.body());
  }

  @Override
  public void close() {
    door.close();
    erp.close();
    toolbox.close();
  }
}
