package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.proof.merchant.Wire;
import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All that goes well and wrong with a buyer's orders, in a hub that logs as much as it can. */
final class PlantedStory {

  /** A field of twenty characters is told the buyer's name, which the ERP quotes as it refuses. */
  private static final String OVERLAY =
      """
      overlay: business-central/order.out
      rules:
        - {to: salesperson, path: billTo.lastName}
      """;

  private static final String SHARED = "customer-changes: {enabled: ";

  private final Operator operator;
  private final Path directory;
  private final List<String> answered = new ArrayList<>();
  private JsonNode order = Json.object();
  private String oldMaster = "";

  PlantedStory(Operator operator, Path directory) {
    this.operator = operator;
    this.directory = directory;
  }

  /** What callers were answered who may not know. */
  List<String> answered() {
    return answered;
  }

  String oldMaster() {
    return oldMaster;
  }

  JsonNode order() {
    return order;
  }

  private static String shared(String yaml) {
    return yaml.replace(SHARED + "false", SHARED + "true");
  }

  void run() throws IOException {
    Files.writeString(directory.resolve("quoting.yaml"), OVERLAY);
    operator.serve(yaml -> shared(yaml) + "overlays: [quoting.yaml]\n");
    refused();
    operator.stop();
    operator.serve(PlantedStory::shared);
    operator.resubmitAndSettle();
    changed();
    rotated();
    outage();
    strangers();
    secretRefused();
  }

  /** The ERP refuses an order in words that quote the buyer. */
  private void refused() {
    order = operator.pair().place(PlantedBuyer.order("AH-1005"));
    ListedMessage dead = operator.awaitDead(order);
    assertQuoted(dead.why());
  }

  private static void assertQuoted(String why) {
    assertThat(why).contains("less than or equal", "•••");
  }

  private void changed() {
    URI shop = operator.pair().shop().uri();
    ObjectNode account = PlantedBuyer.account();
    account.set("billing", PlantedBuyer.address());
    Wire.post(shop, "/_twin/shop/customers", account);
    String id =
        operator.pair().truth().accounts().stream()
            .filter(a -> a.path("email").asString("").equals(PlantedBuyer.EMAIL))
            .filter(a -> !a.path("guest").asBoolean(false))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();
    operator.rest("orders", "customer-changes");
    Wire.post(
        shop,
        "/_twin/shop/customers/" + id + "/profile",
        Json.object().put("lastName", PlantedBuyer.LATER));
    operator.rest("orders", "customer-changes");
  }

  /** The hub goes on with the new master key; the old one is a secret still. */
  private void rotated() throws IOException {
    oldMaster = Files.readString(operator.home().resolve("master.key")).strip();
    Told told = operator.told("key", "rotate", "--by=Erika");
    assertThat(told.status()).isZero();
    assertThat(told.out()).contains("keys rewrapped", "retired");
  }

  private void outage() {
    operator.pair().erp().dials().set("serverErrorProbability", "1");
    JsonNode unlucky = operator.pair().place(PlantedBuyer.order("AH-2001"));
    String number = unlucky.path("orderNumber").asString();
    operator.awaitListed(
        "tried again", m -> m.number().equals(number) && m.state().equals("retrying"));
    operator.pair().shop().dials().set("down", true);
    operator.await("trouble in the log", () -> log().contains("polling shop for flow orders: "));
    operator.pair().shop().dials().reset();
    operator.pair().erp().dials().reset();
    operator.settle();
    operator.pair().change(order, "cancel", null);
    operator.rest("orders");
  }

  private String log() {
    try (Stream<Path> files = Files.list(directory.resolve("output"))) {
      StringBuilder text = new StringBuilder();
      for (Path file : files.filter(f -> f.toString().endsWith("-serve.err")).toList()) {
        text.append(Files.readString(file));
      }
      return text.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void strangers() {
    URI door = URI.create(operator.entrance().door() + "/webhook?of=" + PlantedBuyer.EMAIL);
    String body = PlantedBuyer.order("AH-1005").toString();
    answer(post(door, body).header("shopware-shop-signature", "0".repeat(64)));
    answer(post(door, "{\"name\": \"" + PlantedBuyer.LAST));
    String signIn = operator.statusPage() + "/api/session";
    ObjectNode typed = Json.object().put("password", PlantedBuyer.PASSWORD);
    answer(post(URI.create(signIn), typed.put("user", PlantedBuyer.TYPED_USER).toString()));
    answer(post(URI.create(signIn), typed.put("user", PlantedBuyer.PASSWORD).toString()));
    answer(post(URI.create(signIn), "{\"password\": {\"a\": \"" + PlantedBuyer.PASSWORD + "\"}}"));
    answer(
        HttpRequest.newBuilder(
            URI.create(
                operator.statusPage() + "/api/messages/search?email=" + PlantedBuyer.EMAIL)));
  }

  /** By a hub that has no token yet: those it was given live on. */
  private void secretRefused() throws IOException {
    operator.stop();
    operator.pair().erp().replaceSecret("its-successor");
    operator.serve(PlantedStory::shared);
    operator.pair().place(PlantedBuyer.order("AH-1003"));
    operator.await("the order held back", () -> !operator.list().isEmpty());
  }

  static HttpRequest.Builder post(URI address, String body) {
    return HttpRequest.newBuilder(address)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  /** Asks and keeps the answer, whatever it is. */
  void answer(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    var response = Wire.send(built);
    answered.add(
        built.method()
            + " "
            + built.uri().getPath()
            + " "
            + response.statusCode()
            + " "
            + new String(response.body(), StandardCharsets.UTF_8));
  }
}
