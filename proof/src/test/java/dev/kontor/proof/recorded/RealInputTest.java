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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  /**
   * Where a net-price order's gross would differ, and by how much the rounding line corrects it.
   */
  private static final Map<String, String> ROUNDED =
      Map.of(
          "orders/b2b-net-company-vat.json", "a rounding line of -0.01 makes the gross equal",
          "orders/sixty-lines-net.json", "a rounding line of 0.01 makes the gross equal");

  private static final Pattern DIFFERENCE =
      Pattern.compile(
          "accepted difference: (\\S+) %: shop net (\\S+) tax (\\S+), "
              + "Business Central net (\\S+) tax (\\S+) \\(the shop rounds tax");

  @Test
  void netPriceOrdersWhoseGrossWouldDifferGetARoundingLine() {
    Map<String, String> rounded = new TreeMap<>();
    expected.forEach(
        (file, order) -> {
          String detail = detail(order);
          int at = detail.indexOf("a rounding line");
          if (at >= 0) {
            rounded.put(file, detail.substring(at, detail.indexOf(';', at)));
          }
        });
    assertThat(rounded).isEqualTo(ROUNDED);
  }

  @Test
  void everyCentThatPostingWillDifferIsNamedPerRateWithItsCause() throws Exception {
    inErp.values().forEach(o -> erp.shipAndInvoice(o.path("number").asString()));
    Map<String, JsonNode> posted = new HashMap<>();
    get("/_twin/truth/orders").path("orders").forEach(o -> posted.put(reference(o), o));
    List<String> unexplained = new ArrayList<>();
    expected.forEach(
        (file, order) -> {
          JsonNode invoice = posted.get("SW-" + order.path("order_number").asString());
          if (invoice != null) {
            BigDecimal[] named = named(detail(order));
            BigDecimal net = off(invoice, "totalAmountExcludingTax", order, "net_total");
            BigDecimal tax = off(invoice, "totalTaxAmount", order, "tax_total");
            if (net.compareTo(named[0]) != 0 || tax.compareTo(named[1]) != 0) {
              unexplained.add(file + " net " + net + " tax " + tax + ", named " + named[0]);
            }
          }
        });
    assertThat(posted).hasSize(20);
    assertThat(unexplained).isEmpty();
  }

  private static BigDecimal off(JsonNode invoice, String field, JsonNode order, String total) {
    return invoice
        .path(field)
        .decimalValue()
        .subtract(new BigDecimal(order.path(total).asString()));
  }

  /** Net and tax by which the notes say the ERP will differ, over all rates. */
  private static BigDecimal[] named(String detail) {
    BigDecimal[] sums = {BigDecimal.ZERO, BigDecimal.ZERO};
    Matcher matcher = DIFFERENCE.matcher(detail);
    while (matcher.find()) {
      sums[0] =
          sums[0].add(new BigDecimal(matcher.group(4))).subtract(new BigDecimal(matcher.group(2)));
      sums[1] =
          sums[1].add(new BigDecimal(matcher.group(5))).subtract(new BigDecimal(matcher.group(3)));
    }
    return sums;
  }

  /** What the ledger says about the successful write of the order, empty if there was none. */
  private String detail(JsonNode order) {
    return hub.messages(order.path("order_number").asString()).stream()
        .filter(m -> m.event().equals("created"))
        .flatMap(m -> hub.hub().desk().attempts(m.id()).stream())
        .filter(a -> a.outcome().equals("Written"))
        .map(a -> String.valueOf(a.detail()))
        .findFirst()
        .orElse("");
  }

  @Test
  void ordersCancelledBeforeTransferAreSkippedWithThatReason() {
    assertThat(inErp).doesNotContainKey("SW-10020");
    String cancelled =
        java.util.Objects.requireNonNull(shop.orders().get("orders/cancelled.json"))
            .path("id")
            .asString();
    assertThat(hub.hub().desk().bySource("shop", cancelled))
        .extracting(DeskStore.Entry::state, DeskStore.Entry::reason)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("skipped", "cancelled before transfer"));
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
