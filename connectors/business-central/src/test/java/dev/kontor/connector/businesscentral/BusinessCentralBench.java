package dev.kontor.connector.businesscentral;

import dev.kontor.contract.PushDoor;
import dev.kontor.contract.TwinBench;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.RawRequest;
import dev.kontor.spi.Settings;
import dev.kontor.spi.Toolbox;
import dev.kontor.spi.Write;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The Business Central twin as the contract's chapters see it. */
final class BusinessCentralBench implements TwinBench {

  private final TwinWorld world;
  private final CountedToolbox hooked;
  private final boolean companion;
  private final PushDoor door;
  private int count;

  BusinessCentralBench(TwinWorld world) {
    this.world = world;
    this.companion = world.hasCompanion();
    this.hooked = new CountedToolbox(world.toolbox);
    this.door = new PushDoor(() -> connected().inbox().orElseThrow());
  }

  private Connector connected() {
    return new BusinessCentralProvider().connect(settings(), world.toolbox);
  }

  @Override
  public Settings settings() {
    return new Settings("erp", world.settingsJson().put("doorUrl", door.uri().toString()));
  }

  @Override
  public Settings wrongSecret() {
    return new Settings("erp", world.settingsJson().put(world.secret(), "wrong-secret"));
  }

  @Override
  public Settings wrongAddress() {
    return new Settings("erp", world.elsewhere("http://127.0.0.1:1"));
  }

  @Override
  public List<String> secrets() {
    return List.of("kontor-secret", TwinWorld.ACCESS_KEY, TwinWorld.PASSWORD, "wrong-secret");
  }

  @Override
  public Toolbox toolbox() {
    return hooked;
  }

  @Override
  public Placed place(EntityType type) {
    world.twinTime = world.twinTime.plusSeconds(1);
    String name = "P" + ++count;
    return switch (type) {
      case PRODUCT -> new Placed(item(name), name);
      case PRICE -> {
        item(name);
        yield new Placed(name, name);
      }
      case STOCK -> {
        item(name);
        world.twin.moveStock(name, "MAIN", BigDecimal.TEN);
        yield new Placed(name, name);
      }
      case CUSTOMER -> {
        JsonNode made = world.call("POST", "customers", customer(name).toString());
        yield new Placed(text(made, "id"), text(made, "number"));
      }
      case ORDER -> {
        JsonNode made = world.call("POST", "salesOrders", order().toString());
        String number = text(made, "number");
        String patch = Json.object().put("externalDocumentNumber", number).toString();
        world.call("PATCH", "salesOrders(" + text(made, "id") + ")", patch);
        yield new Placed(text(made, "id"), number);
      }
      case ORDER_PROGRESS -> {
        String number = place(EntityType.ORDER).number();
        yield new Placed(number, number);
      }
      case CREDIT_MEMO -> {
        ObjectNode memo = memo();
        String reference = "R-" + name;
        memo.put("externalDocumentNumber", reference).remove(CreditMemoPreparation.GROSS);
        JsonNode made = world.call("POST", "salesCreditMemos", memo.toString());
        yield new Placed(text(made, "id"), reference);
      }
      case PAYMENT -> {
        String reference = "R-" + name;
        ObjectNode line = payment();
        line.put(PaymentJournals.REFERENCE, reference);
        line.put(PaymentJournals.NUMBER, PaymentJournals.documentNumber(reference));
        String journal = line.remove(PaymentPreparation.JOURNAL).asString();
        world.call("POST", PaymentJournals.lines(journal), line.toString());
        yield new Placed(reference, reference);
      }
      case INVOICE -> {
        String number = place(EntityType.ORDER).number();
        control("orders/" + number + "/shipAndInvoice");
        yield new Placed(text(invoices("orderNumber eq '" + number + "'").path(0), "id"), number);
      }
      case SHIPMENT -> {
        String number = place(EntityType.ORDER).number();
        control("orders/" + number + "/ship");
        yield new Placed(number, number);
      }
      case RETURN, PAYOUT, QUOTE, CREDIT_STATUS, DOCUMENT_FILE, LEAD, CASE ->
          throw new IllegalArgumentException("no documents of " + type);
    };
  }

  private JsonNode invoices(String filter) {
    return world.call("GET", "salesInvoices?$filter=" + filter, "").path("value");
  }

  private JsonNode shipments(String order) {
    String filter = "?$filter=orderNumber eq '" + order + "'";
    return world.call("GET", "salesShipments" + filter, "").path("value");
  }

  private String item(String number) {
    ObjectNode setup = Json.object();
    setup
        .putArray("items")
        .addObject()
        .put("number", number)
        .put("displayName", number)
        .put("vatProductGroup", "VAT19")
        .put("type", "Inventory")
        .put("unitPrice", new BigDecimal("9.99"));
    world.twin.setup(setup);
    return world.id("items", number);
  }

  private static ObjectNode customer(String name) {
    return Json.object().put("displayName", name).put("country", "DE");
  }

  private ObjectNode order() {
    ObjectNode order = Json.object().put("customerNumber", "WEB").put("pricesIncludeTax", true);
    order
        .putArray("salesOrderLines")
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", 2)
        .put("unitPrice", new BigDecimal("59.50"));
    return order;
  }

  private static ObjectNode billable(Placed order) {
    return Json.object()
        .put("orderId", order.id())
        .put("orderNumber", order.number())
        .put("currencyCode", "EUR")
        .put(PostingJudge.GROSS, "119.00")
        .put(ShipmentPlan.LAST, true);
  }

  private JsonNode pieces(String quantity) {
    ObjectNode piece = Json.object().put("sku", "1000").put("itemId", world.id("items", "1000"));
    return ModelJson.mapper().createArrayNode().add(piece.put("quantity", quantity));
  }

  private static boolean isPosting(EntityType type) {
    return type == EntityType.INVOICE || type == EntityType.SHIPMENT;
  }

  private ObjectNode payment() {
    JsonNode journal = world.call("GET", PaymentJournals.JOURNALS, "").at("/value/0");
    return Json.object()
        .put(PaymentPreparation.JOURNAL, text(journal, "id"))
        .put("customerNumber", "WEB")
        .put("amount", new BigDecimal("-119.00"));
  }

  private ObjectNode memo() {
    ObjectNode memo = Json.object().put("customerNumber", "WEB");
    memo.put(CreditMemoPreparation.GROSS, "119.00")
        .putArray(CreditMemoPreparation.LINES)
        .addObject()
        .put("lineType", "Item")
        .put("itemId", world.id("items", "1000"))
        .put("quantity", 2)
        .put("unitPrice", new BigDecimal("50"));
    return memo;
  }

  @Override
  public String unknown(EntityType type, Placed placed) {
    return type == EntityType.ORDER_PROGRESS
        ? placed.id() + " is longer than any order number"
        : TwinBench.super.unknown(type, placed);
  }

  @Override
  public List<Placed> placeTogether(EntityType type, int many) {
    List<Placed> placed = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      placed.add(place(type));
      world.twinTime = world.twinTime.minusSeconds(1);
    }
    return placed;
  }

  @Override
  public Map<String, Runnable> changes(EntityType type, Placed placed) {
    String id = placed.id();
    return switch (type) {
      case PRODUCT -> productChanges(placed);
      case PRICE -> priceChanges(placed.number());
      case ORDER_PROGRESS -> progressChanges(placed.number());
      case STOCK ->
          Map.of(
              "posting",
              () -> world.twin.moveStock(id, "OUTLET", BigDecimal.ONE),
              "demand",
              () -> {
                ObjectNode order = order();
                ((ObjectNode) order.at("/salesOrderLines/0")).put("itemId", world.id("items", id));
                world.call("POST", "salesOrders", order.toString());
              });
      case CUSTOMER -> Map.of("name", () -> patch("customers(" + id + ")", "displayName", "new"));
      case ORDER ->
          Map.of(
              "header",
              () -> patch("salesOrders(" + id + ")", "shipToCity", "Kiel"),
              "line",
              () -> {
                String lines = "salesOrders(" + id + ")/salesOrderLines";
                JsonNode line = world.call("GET", lines, "").at("/value/0");
                world.call(
                    "PATCH", "salesOrderLines(" + text(line, "id") + ")", "{\"quantity\":3}");
              });
      case PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          Map.of();
    };
  }

  private Map<String, Runnable> productChanges(Placed placed) {
    String item = "items(" + placed.id() + ")";
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put("name", () -> patch(item, "displayName", "new " + ++count));
    changes.put("blocked", () -> patch(item, "blocked", true));
    changes.put("variant added", () -> variant(placed));
    changes.put(
        "variant changed",
        () -> patch("itemVariants(" + variant(placed) + ")", "description", "Crimson"));
    changes.put("picture", () -> world.picture(item));
    if (companion) {
      changes.putAll(partsOfApp(placed.number()));
    }
    return changes;
  }

  /** Each touches a row of its own and never the item. */
  private Map<String, Runnable> partsOfApp(String number) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    String of = "{\"itemNumber\":\"" + number + "\",";
    changes.put(
        "translation",
        () ->
            setup(
                "itemTranslations",
                of + "\"languageCode\":\"ENU\",\"languageTag\":\"en-US\",\"description\":\"x\"}"));
    changes.put(
        "text",
        () ->
            setup(
                "itemTexts",
                of + "\"kind\":\"Marketing\",\"languageTag\":\"en-US\",\"text\":\"soft\"}"));
    changes.put(
        "attribute",
        () ->
            setup(
                "itemAttributeValues",
                of
                    + "\"attributeId\":1,\"attributeName\":\"Stuff\",\"valueId\":7,\"value\":\"Linen\"}"));
    changes.put(
        "attribute's translation",
        () -> {
          changes.get("attribute").run();
          setup(
              "itemAttributeTranslations",
              "{\"attributeId\":1,\"valueId\":7,\"languageCode\":\"DEU\",\"languageTag\":\"de-DE\","
                  + "\"name\":\"Leinen "
                  + ++count
                  + "\"}");
        });
    changes.put(
        "bar code",
        () ->
            setup(
                "itemReferences",
                of + "\"referenceType\":\"Bar Code\",\"referenceNumber\":\"4006381333931\"}"));
    changes.put(
        "weight", () -> setup("itemUnitsOfMeasure", of + "\"code\":\"PCS\",\"weight\":0.5}"));
    changes.put(
        "category",
        () -> {
          setup("itemCategories", "{\"code\":\"TOPS\",\"displayName\":\"Tops\"}");
          setup("itemCategories", "{\"code\":\"TEES\",\"parentCode\":\"TOPS\"}");
          patch("items(" + world.id("items", number) + ")", "itemCategoryCode", "TEES");
        });
    changes.put(
        "name of the category above",
        () -> {
          changes.get("category").run();
          setup("itemCategories", "{\"code\":\"TOPS\",\"displayName\":\"Tops " + ++count + "\"}");
        });
    return changes;
  }

  private Map<String, Runnable> priceChanges(String number) {
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put(
        "card",
        () -> {
          world.twinTime = world.twinTime.plusSeconds(1);
          ObjectNode price = Json.object().put("unitPrice", new BigDecimal(100 + ++count));
          world.call("PATCH", "items(" + world.id("items", number) + ")", price.toString());
        });
    if (companion) {
      String line = "{\"priceListCode\":\"" + number + "\",\"lineNumber\":1,";
      changes.put("line", () -> setup("priceListLines", line + cheap(number)));
    }
    return changes;
  }

  private String cheap(String number) {
    return "\"assetNumber\":\"" + number + "\",\"unitPrice\":" + (1 + ++count % 90) + ".5}";
  }

  private void setup(String section, String row) {
    world.twinTime = world.twinTime.plusSeconds(1);
    world.twin.setup(ModelJson.parse("{\"" + section + "\":[" + row + "]}"));
  }

  private String variant(Placed item) {
    world.twinTime = world.twinTime.plusSeconds(1);
    ObjectNode variant = Json.object().put("itemNumber", item.number()).put("code", "V" + ++count);
    return text(
        world.call("POST", "itemVariants", variant.put("description", "Red").toString()), "id");
  }

  private Map<String, Runnable> progressChanges(String number) {
    String order = "orders/" + number + "/";
    Map<String, Runnable> changes = new LinkedHashMap<>();
    changes.put(
        "header",
        () ->
            patch(
                "salesOrders(" + world.id("salesOrders", number) + ")",
                "shipToCity",
                "Kiel " + ++count));
    changes.put("released", () -> control(order + "release"));
    changes.put("shipped", () -> control(order + "ship"));
    changes.put("invoiced", () -> control(order + "shipAndInvoice"));
    changes.put(
        "credited",
        () -> {
          String invoices = "salesInvoices?$filter=orderNumber eq '" + number + "'";
          if (world.call("GET", invoices, "").path("value").isEmpty()) {
            control(order + "shipAndInvoice");
          }
          world.twinTime = world.twinTime.plusSeconds(1);
          world.twin.cancelInvoice(
              world.call("GET", invoices, "").at("/value/0/number").asString(""));
        });
    return changes;
  }

  private void control(String path) {
    world.twinTime = world.twinTime.plusSeconds(1);
    world.control(path, "{}");
  }

  private void patch(String path, String field, boolean value) {
    world.twinTime = world.twinTime.plusSeconds(1);
    world.call("PATCH", path, Json.object().put(field, value).toString());
  }

  private void patch(String path, String field, String value) {
    world.twinTime = world.twinTime.plusSeconds(1);
    world.call("PATCH", path, Json.object().put(field, value).toString());
  }

  @Override
  public Optional<Awkward> awkward(EntityType type, String text) {
    Map<EntityType, String> path =
        Map.of(
            EntityType.PRODUCT, "items(%s) displayName",
            EntityType.CUSTOMER, "customers(%s) displayName",
            EntityType.ORDER, "salesOrders(%s) shipToName");
    if (!path.containsKey(type)) {
      return Optional.empty();
    }
    Placed placed = place(type);
    String[] field = Objects.requireNonNull(path.get(type)).formatted(placed.id()).split(" ", 2);
    patch(field[0], field[1], text);
    BigDecimal amount = new BigDecimal(type == EntityType.PRODUCT ? "9.99" : "59.50");
    return Optional.of(
        new Awkward(placed, type == EntityType.CUSTOMER ? List.of() : List.of(amount)));
  }

  @Override
  public Optional<Sample> awkwardWrite(EntityType type, Write.Action action, String text) {
    boolean made = type == EntityType.CUSTOMER && action == Write.Action.CREATE;
    boolean changed = type == EntityType.ORDER && action == Write.Action.UPDATE;
    if (!made && !changed) {
      return Optional.empty();
    }
    Write write = write(type, action);
    ((ObjectNode) write.content()).put(made ? "displayName" : "shipToName", text);
    return Optional.of(new Sample(write, ""));
  }

  @Override
  public void delete(EntityType type, Placed placed) {
    throw new UnsupportedOperationException("deletions leave no trace in API v2.0");
  }

  @Override
  public List<Sample> right(EntityType type, Write.Action action, int many) {
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      samples.add(new Sample(write(type, action), ""));
    }
    return samples;
  }

  @Override
  public Sample wrong(EntityType type, Write.Action action) {
    if (action == Write.Action.DELETE) {
      Placed shipped = place(type);
      control("orders/" + shipped.number() + "/ship");
      return new Sample(
          new Write("key-" + shipped.number(), action, "", shipped.id(), Json.object()),
          "salesOrderLines");
    }
    Write write = write(type, action);
    if (type == EntityType.SHIPMENT && companion) {
      ObjectNode content = (ObjectNode) write.content();
      content.put(ShipmentPlan.LAST, false).set(ShipmentPlan.PIECES, pieces("3"));
      return new Sample(write, ShipmentPlan.PIECES);
    }
    if (isPosting(type)) {
      ((ObjectNode) write.content()).put(PostingJudge.GROSS, "118.00");
      return new Sample(write, PostingJudge.GROSS);
    }
    String field =
        Map.of(EntityType.PAYMENT, "customerNumber", EntityType.PRODUCT, "baseUnitOfMeasureCode")
            .getOrDefault(type, "currencyCode");
    ((ObjectNode) write.content()).put(field, "XXX");
    return new Sample(write, field);
  }

  private Write write(EntityType type, Write.Action action) {
    if (isPosting(type)) {
      Placed order = place(EntityType.ORDER);
      return new Write("key-" + order.number(), action, order.number(), null, billable(order));
    }
    String name = "W" + ++count;
    if (type == EntityType.PRODUCT) {
      return article(name, action);
    }
    @Nullable String target = action == Write.Action.CREATE ? null : place(type).id();
    ObjectNode content = type == EntityType.ORDER ? order() : customer(name);
    if (type == EntityType.CREDIT_MEMO) {
      content = memo();
    }
    if (type == EntityType.PAYMENT) {
      content = payment();
    }
    if (target != null && type == EntityType.ORDER) {
      content.put("shipToName", name);
    }
    return new Write("key-" + name, action, name, target, content);
  }

  private Write article(String name, Write.Action action) {
    @Nullable Placed placed = action == Write.Action.CREATE ? null : place(EntityType.PRODUCT);
    String number = placed == null ? name : placed.number();
    ObjectNode item =
        Json.object()
            .put("number", number)
            .put("displayName", name)
            .put("baseUnitOfMeasureCode", "PCS")
            .put("taxGroupCode", "VAT19")
            .put("unitPrice", new BigDecimal("12.34567"));
    item.putArray("itemVariants").addObject().put("code", "RED").put("description", "red");
    return new Write("key-" + name, action, number, placed == null ? null : placed.id(), item);
  }

  @Override
  public int effects(EntityType type, Sample sample) {
    if (type == EntityType.PRODUCT) {
      String name = text(sample.write().content(), "displayName");
      String items = "items?$filter=displayName eq '" + name + "'&$expand=itemVariants";
      return (int)
          world
              .call("GET", items, "")
              .path("value")
              .valueStream()
              .filter(item -> item.path("itemVariants").size() == 1)
              .count();
    }
    if (type == EntityType.ORDER && sample.write().action() != Write.Action.CREATE) {
      return effectsOnOrder(sample.write());
    }
    if (type == EntityType.PAYMENT) {
      String reference = sample.write().reference();
      return (int)
          world
              .truth("paymentLines")
              .valueStream()
              .filter(line -> reference.equals(text(line, PaymentJournals.REFERENCE)))
              .count();
    }
    if (type == EntityType.SHIPMENT) {
      return shipments(text(sample.write().content(), "orderNumber")).size();
    }
    if (type == EntityType.INVOICE) {
      return invoices("orderId eq " + text(sample.write().content(), "orderId")).size();
    }
    if (type == EntityType.CREDIT_MEMO) {
      String filter = "?$filter=externalDocumentNumber eq '" + sample.write().reference() + "'";
      return world.call("GET", "salesCreditMemos" + filter, "").path("value").size();
    }
    String wanted =
        type == EntityType.ORDER
            ? sample.write().reference()
            : text(sample.write().content(), "displayName");
    String field = type == EntityType.ORDER ? "externalDocumentNumber" : "displayName";
    JsonNode all = world.truth(type == EntityType.ORDER ? "orders" : "customers");
    return (int)
        StreamSupport.stream(all.spliterator(), false)
            .filter(one -> wanted.equals(text(one, field)))
            .count();
  }

  private int effectsOnOrder(Write write) {
    JsonNode orders =
        world.call("GET", "salesOrders?$filter=id eq " + write.targetId(), "").path("value");
    if (write.action() == Write.Action.DELETE) {
      return orders.isEmpty() ? 1 : 0;
    }
    String wanted = text(write.content(), "shipToName");
    return wanted.equals(text(orders.path(0), "shipToName")) ? 1 : 0;
  }

  @Override
  public JsonNode model(EntityType type, Sample sample) {
    return BenchModels.of(type, sample);
  }

  /** Somebody in Business Central changes the order between its reading and its writing. */
  @Override
  public boolean interfere(EntityType type, Sample sample) {
    boolean byAction = companion && sample.write().action() == Write.Action.DELETE;
    if (type == EntityType.PRODUCT && sample.write().targetId() != null) {
      hooked.beforeWrite =
          () -> patch("items(" + sample.write().targetId() + ")", "displayName2", "Beige");
      return true;
    }
    String order =
        isPosting(type) ? text(sample.write().content(), "orderId") : sample.write().targetId();
    boolean ofOrder = type == EntityType.ORDER || isPosting(type);
    if (!ofOrder || order == null || byAction) {
      return false;
    }
    hooked.beforeWrite = () -> patch("salesOrders(" + order + ")", "shipToCity", "Kiel");
    return true;
  }

  @Override
  public void trouble(Trouble trouble, EntityType type) {
    world.twin.dials().reset();
    switch (trouble) {
      case NONE -> {}
      case RESET -> world.twin.dials().set("resetProbability", BigDecimal.ONE);
      case LOST_ANSWER ->
          world
              .twin
              .dials()
              .only(written(type).getPath(), "POST", "PATCH", "DELETE")
              .set("dropAnswerProbability", BigDecimal.ONE);
      case THROTTLED -> world.twin.dials().set("throttleProbability", BigDecimal.ONE);
      case SERVER_ERROR ->
          world
              .twin
              .dials()
              .only(world.twin.apiUri().getPath())
              .set("serverErrorProbability", BigDecimal.ONE);
      case DOWN -> world.twin.dials().set("down", true);
    }
  }

  /** Shipments alone are posted through the app. */
  private URI written(EntityType type) {
    return companion && type == EntityType.SHIPMENT
        ? world.twin.companionUri()
        : world.twin.apiUri();
  }

  @Override
  public void expireTokens() {
    world.twinTime = world.twinTime.plus(Duration.ofHours(2));
    world.signIn();
  }

  /** What Business Central sends when a document of that type changes. */
  @Override
  public RawRequest notice(EntityType type, Placed placed) {
    connected().subscriptions().orElseThrow().ensure(Set.of(type));
    touch(type, placed);
    world.twin.notifyNow();
    return door.next("clientState", about(type));
  }

  private void touch(EntityType type, Placed placed) {
    switch (type) {
      case PRODUCT, PRICE ->
          patch("items(" + world.id("items", placed.number()) + ")", "displayName", "new");
      case STOCK -> world.twin.moveStock(placed.id(), "MAIN", BigDecimal.ONE);
      case ORDER, ORDER_PROGRESS ->
          patch(
              "salesOrders(" + world.id("salesOrders", placed.number()) + ")", "shipToCity", "Ulm");
      case CUSTOMER,
          PAYMENT,
          SHIPMENT,
          INVOICE,
          CREDIT_MEMO,
          RETURN,
          PAYOUT,
          QUOTE,
          CREDIT_STATUS,
          DOCUMENT_FILE,
          LEAD,
          CASE ->
          changes(type, placed).values().forEach(Runnable::run);
    }
  }

  private static String about(EntityType type) {
    return Watched.of(Set.of(type)).getFirst().entitySet() + "(";
  }

  /** By somebody who knows the address only. */
  @Override
  public RawRequest forged(RawRequest genuine) {
    String body = new String(genuine.body(), StandardCharsets.UTF_8);
    String forged = body.replaceAll("(\"clientState\":\")[0-9a-f]{4}", "$1beef");
    return new RawRequest(
        genuine.method(),
        genuine.path(),
        genuine.query(),
        genuine.headers(),
        forged.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    door.close();
    world.close();
  }

  private static String text(JsonNode node, String name) {
    return Json.text(node, name, "");
  }
}
