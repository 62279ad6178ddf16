package dev.kontor.proof.recorded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.ledger.DeskStore;
import dev.kontor.spi.RawRequest;
import dev.kontor.twin.businesscentral.BusinessCentralTwin;
import dev.kontor.twin.businesscentral.Options;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every recorded Shopware order goes through the hub into a Business Central twin, to the cent. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealInputTest {

  private static final Path RECORDINGS =
      Path.of("..", "connectors", "shopware", "src", "test", "resources", "shopware-6.6.7");

  private RecordedShop shop;
  private BusinessCentralTwin erp;
  private RunningHub hub;
  private final Map<String, JsonNode> expected = new TreeMap<>();
  private final Map<String, JsonNode> inErp = new HashMap<>();

  @BeforeAll
  void carryAllOrders(@TempDir Path home) throws Exception {
    Json.parse(Files.readAllBytes(RECORDINGS.resolve("expected.json")))
        .properties()
        .forEach(e -> expected.put(e.getKey(), e.getValue()));
    shop = new RecordedShop(RECORDINGS);
    erp = BusinessCentralTwin.start(Options.quick(), company());
    String yaml =
        new String(resource("/recorded/kontor.yaml"), java.nio.charset.StandardCharsets.UTF_8)
            .replace("${SHOP}", base(shop.uri()))
            .replace("${ERP}", base(erp.uri()));
    Path directory = Files.createDirectories(home.resolve("hub"));
    hub =
        new RunningHub(directory, yaml, Map.of("SHOP_SECRET", "s", "ERP_SECRET", "kontor-secret"));
    shop.orders().values().forEach(this::announce);
    hub.await(Duration.ofSeconds(45), "all orders settled", this::isSettled);
    get("/_twin/truth/orders").path("orders").forEach(o -> inErp.put(reference(o), o));
  }

  @AfterAll
  void stop() {
    hub.close();
    erp.close();
    shop.close();
  }

  private static String base(URI uri) {
    String text = uri.toString();
    return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
  }

  private static byte[] resource(String name) throws IOException {
    try (InputStream in = RealInputTest.class.getResourceAsStream(name)) {
      return java.util.Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base(erp.uri()) + path)).build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return Json.parse(client.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    }
  }

  private static String reference(JsonNode order) {
    return order.path("externalDocumentNumber").asString();
  }

  /** The merchant's company: the demo company with the recorded shop's articles and accounts. */
  private JsonNode company() throws IOException {
    ObjectNode company = (ObjectNode) Json.parse(resource("/business-central/demo-company.json"));
    ArrayNode items = company.putArray("items");
    for (Map.Entry<String, String> article : articles().entrySet()) {
      items
          .addObject()
          .put("number", article.getKey())
          .put("displayName", article.getKey())
          .put("unitPrice", 1)
          .put("vatProductGroup", article.getValue())
          .putObject("stock")
          .put("MAIN", 1000);
    }
    for (JsonNode row : company.path("vatPostingSetup")) {
      boolean french =
          row.path("business").asString().equals("OSS-FR")
              && row.path("product").asString().equals("VAT7");
      if (french) {
        ((ObjectNode) row).put("percent", "10").put("identifier", "FR10");
      }
    }
    ArrayNode accounts = (ArrayNode) company.path("accounts");
    account(accounts, "8802", "VAT0");
    account(accounts, "8710", "VAT19");
    account(accounts, "8711", "VAT7");
    account(accounts, "8712", "VAT0");
    return company;
  }

  private static void account(ArrayNode accounts, String number, String group) {
    accounts
        .addObject()
        .put("number", number)
        .put("displayName", "Konto " + number)
        .put("vatProductGroup", group);
  }

  /** Article number to tax group: the group that yields the recorded domestic rate. */
  private Map<String, String> articles() {
    Map<String, String> groups = new TreeMap<>();
    for (JsonNode order : shop.orders().values()) {
      for (JsonNode line : order.path("lineItems")) {
        String number = line.path("payload").path("productNumber").asString("");
        if (!number.isEmpty()) {
          JsonNode taxes = line.path("price").path("calculatedTaxes");
          String group = taxes.isEmpty() ? "" : group(taxes.path(0).path("taxRate").decimalValue());
          groups.merge(number, group, (a, b) -> a.isEmpty() ? b : a);
        }
      }
    }
    groups.replaceAll((number, group) -> group.isEmpty() ? "VAT7" : group);
    return groups;
  }

  private static String group(BigDecimal rate) {
    return switch (rate.intValueExact()) {
      case 19, 20 -> "VAT19";
      case 7, 10 -> "VAT7";
      default -> "VAT0";
    };
  }

  private void announce(JsonNode order) {
    ObjectNode body = Json.object();
    ObjectNode data = body.putObject("data");
    data.put("event", "order.written");
    data.putArray("payload")
        .addObject()
        .put("entity", "order")
        .put("operation", "insert")
        .put("primaryKey", order.path("id").asString());
    body.putObject("source").put("eventId", "event-" + order.path("id").asString());
    RawRequest request =
        new RawRequest(
            "POST", "/webhook", "", Map.of("content-type", "application/json"), Json.bytes(body));
    assertThat(hub.hub().door().receive("shop", request).status()).isBetween(200, 299);
  }

  private boolean isSettled() {
    return expected.values().stream().allMatch(this::isSettled);
  }

  private boolean isSettled(JsonNode order) {
    List<DeskStore.Entry> messages = hub.messages(order.path("order_number").asString());
    boolean cancelled = order.path("order_status").asString().equals("cancelled");
    return cancelled || messages.stream().anyMatch(m -> m.event().equals("created") && isFinal(m));
  }

  private static boolean isFinal(DeskStore.Entry message) {
    return message.state().equals("done") || message.state().equals("dead");
  }

  @Test
  void everyOrderThatLivesIsInTheErpOnce() {
    List<String> missing = new ArrayList<>();
    expected.forEach(
        (file, order) -> {
          boolean cancelled = order.path("order_status").asString().equals("cancelled");
          String reference = "SW-" + order.path("order_number").asString();
          if (cancelled == inErp.containsKey(reference)) {
            missing.add(file + " " + hub.messages(order.path("order_number").asString()));
          }
        });
    assertThat(missing).isEmpty();
  }

  @Test
  void grossEqualsTheShopToTheCent() {
    Map<String, String> different = new TreeMap<>();
    expected.forEach(
        (file, order) -> {
          JsonNode there = inErp.get("SW-" + order.path("order_number").asString());
          if (there != null) {
            BigDecimal gross = there.path("totalAmountIncludingTax").decimalValue();
            BigDecimal shopGross = new BigDecimal(order.path("gross_total").asString());
            if (gross.compareTo(shopGross) != 0) {
              different.put(file, shopGross + " in the shop, " + gross + " in the ERP");
            }
          }
        });
    assertThat(different).isEmpty();
  }

  @Test
  void netPriceOrdersNameEveryCentThatDiffers() {
    Map<String, String> notes = new TreeMap<>();
    expected.forEach(
        (file, order) -> {
          String number = order.path("order_number").asString();
          if (order.path("tax_status").asString().equals("net")) {
            notes.put(
                file,
                new TreeSet<>(hub.messages(number).stream().map(m -> m.state()).toList())
                    + " "
                    + inErp.get("SW-" + number));
          }
        });
    assertThat(notes).hasSize(2);
  }

  @Test
  void shopsAreToldTheErpsNumber() throws InterruptedException {
    hub.await(Duration.ofSeconds(20), "replies", () -> shop.written().size() >= inErp.size());
    shop.written()
        .values()
        .forEach(
            w ->
                assertThat(w.path("customFields").path("kontor_erp_order_number").asString())
                    .isNotBlank());
  }
}
