package dev.kontor.twin.businesscentral;

import dev.kontor.twin.kit.Json;
import java.io.IOException;
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

  void setup(String json) {
    twin.setup(Json.MAPPER.readTree(json));
  }
}
