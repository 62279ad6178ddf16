package dev.kontor.proof.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.app.hub.Records;
import dev.kontor.contract.Await;
import dev.kontor.proof.Sources;
import dev.kontor.proof.merchant.CommandLine;
import dev.kontor.proof.merchant.Rest;
import dev.kontor.proof.merchant.Running;
import dev.kontor.proof.merchant.Truth;
import dev.kontor.proof.merchant.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A directory in which somebody tries Kontor out: both twins, and the example's configuration. */
final class Installation implements AutoCloseable {

  // The ERP's own error codes end in Exception and may be told.
  private static final String STACK_TRACE = "(?m)^\\s*(at |Caused by:|([a-z]+\\.)+\\w*Exception)";

  private static final String APP_SECRET = "app-secret-of-the-example";

  private final Path directory;
  private final CommandLine kontor;
  private final List<Running> running = new ArrayList<>();
  private final List<String> secrets = new ArrayList<>(List.of(APP_SECRET));
  private final URI shop;
  private final URI erp;

  Installation(Path directory) throws IOException {
    this.directory = directory;
    this.kontor = CommandLine.launcher(directory);
    Running shopTwin = start("twin", "shopware");
    shop = URI.create(shopTwin.awaitLine("Shopware", Await.PATIENCE));
    Running erpTwin = start("twin", "business-central");
    erp = URI.create(erpTwin.awaitLine("Business Central", Await.PATIENCE));
    String example =
        Files.readString(Sources.root().resolve("docs/example/kontor.yaml"))
            .replace("referencePrefix: S1-", "referencePrefix: SW-")
            .replace("https://shop.example", shop.toString())
            .replace("https://login.microsoftonline.com", erp.toString())
            .replace("https://api.businesscentral.dynamics.com", erp.toString())
            .replace("SWIAEXAMPLE000000000000000", shopTwin.awaitLine("client id", Await.PATIENCE))
            .replace(
                "11111111-2222-3333-4444-555555555555",
                erpTwin.awaitLine("client id", Await.PATIENCE));
    Files.writeString(directory.resolve("kontor.yaml"), example);
    secret("shop-client-secret", shopTwin.awaitLine("client secret", Await.PATIENCE));
    secret("erp-client-secret", erpTwin.awaitLine("client secret", Await.PATIENCE));
    secret("shop-app-secret", APP_SECRET);
  }

  private void secret(String file, String value) throws IOException {
    Files.writeString(Files.createDirectories(directory.resolve("secrets")).resolve(file), value);
    secrets.add(value);
  }

  /** Starts a command that ends when it is told to. */
  Running start(String... arguments) throws IOException {
    Running started = kontor.start(arguments);
    running.add(started);
    return started;
  }

  /** Serves on any free ports. */
  Running serve(String... arguments) throws IOException {
    return start(
        Stream.concat(Stream.of("serve", "--port=0", "--admin-port=0"), Stream.of(arguments))
            .toArray(String[]::new));
  }

  /** Runs a command to its end; whatever it says, it says it plainly and keeps secrets. */
  Told told(String... arguments) {
    try {
      Running command = kontor.start(arguments);
      int status = command.end(Await.PATIENCE);
      Told told = new Told(status, command.out(), command.all());
      assertThat(told.all()).doesNotContainPattern(STACK_TRACE).doesNotContain(secrets);
      return told;
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A configuration beside the right one, by name. */
  String changed(UnaryOperator<String> change) throws IOException {
    String right = Files.readString(directory.resolve("kontor.yaml"));
    String wrong = change.apply(right);
    assertThat(wrong).isNotEqualTo(right);
    Files.writeString(directory.resolve("changed.yaml"), wrong);
    return "--config=changed.yaml";
  }

  Path directory() {
    return directory;
  }

  Truth truth() {
    return new Truth(shop, erp);
  }

  /** A paid order of the storefront. */
  JsonNode place(JsonNode wish) {
    JsonNode order = Wire.post(shop, "/_twin/shop/orders", wish).path("orders").path(0);
    change(order, "pay");
    return order;
  }

  void change(JsonNode order, String action) {
    Wire.post(shop, "/_twin/shop/orders/" + order.path("id").asString() + "/" + action, null);
  }

  /** Changes master data of the ERP as a person does. */
  void enter(JsonNode setup) {
    Wire.post(erp, "/_twin/setup", setup);
  }

  /** The ERP's warehouse ships an order as a whole. */
  void ship(JsonNode order) {
    Wire.post(erp, "/_twin/orders/" + truth().erpNumber(order) + "/ship", null);
  }

  void await(String what, BooleanSupplier condition) {
    Await.until(what, Await.PATIENCE, condition, () -> told("list").all());
  }

  /** Waits until the hub here has nothing left to do and has read all that the shop has. */
  void awaitRest() {
    try (Records records = Records.open(directory.resolve(".kontor"), Map.of())) {
      new Rest(records.database().general(), Set.of("orders")).await(Await.PATIENCE);
    }
  }

  @Override
  public void close() {
    running.reversed().forEach(Running::close);
  }
}
