package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.JsonNode;

/** A fresh demo company and a signed-in client for each test. */
abstract class TwinTest {
  protected BusinessCentralTwin twin;
  protected Client client;

  @BeforeEach
  void start() throws IOException, InterruptedException {
    twin = BusinessCentralTwin.start(options());
    client = new Client(twin);
  }

  Options options() {
    return Options.quick();
  }

  @AfterEach
  void stop() {
    twin.close();
  }

  /** An order for the shop's collective debtor with the given properties and lines. */
  JsonNode order(String properties, String lines) throws IOException, InterruptedException {
    return client.post(
        "salesOrders?$expand=salesOrderLines",
        "{\"customerNumber\":\"WEB\"%s,\"salesOrderLines\":[%s]}".formatted(properties, lines));
  }

  /** A path of the companion app's API in the company. */
  String companion(String path) {
    return twin.companionUri() + "/companies(" + twin.companyId() + ")/" + path;
  }

  /** The first row a path leads to. */
  JsonNode first(String path) throws IOException, InterruptedException {
    return client.get(path).path("value").path(0);
  }

  static String text(JsonNode node, String name) {
    return node.path(name).asString();
  }

  static BigDecimal number(JsonNode node, String name) {
    return node.path(name).decimalValue();
  }

  void setup(String json) {
    twin.setup(Json.MAPPER.readTree(json));
  }
}
