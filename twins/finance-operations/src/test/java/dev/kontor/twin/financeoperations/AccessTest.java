package dev.kontor.twin.financeoperations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import dev.kontor.twin.kit.TwinClient.Reply;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sign-in, roles, throttling and what every answer carries. */
final class AccessTest {
  private static final String CUSTOMERS = "CustomersV3?$top=1";
  private final ManualClock clock = new ManualClock("2026-06-01T08:00:00Z");
  private FinanceOperationsTwin twin;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    twin = FinanceOperationsTwin.start(Options.quick().at(clock));
    client = new Client(twin);
  }

  @AfterEach
  void stop() {
    client.close();
    twin.close();
  }

  @Test
  void aTokenLivesAnHour() {
    assertThat(client.send("GET", CUSTOMERS, null).status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(61));
    assertThat(client.send("GET", CUSTOMERS, null).status()).isEqualTo(401);
    client.signIn();
    assertThat(client.send("GET", CUSTOMERS, null).status()).isEqualTo(200);
  }

  @Test
  void aWrongSecretOrScopeGetsNoToken() {
    Reply wrong = client.token("nonsense", twin.scope());
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.json().path("error").asString()).isEqualTo("invalid_client");
    Reply scope = client.token("kontor-secret", "https://graph.microsoft.com/.default");
    assertThat(scope.json().path("error").asString()).isEqualTo("invalid_scope");
    assertThat(client.token("kontor-secret", twin.uri() + "/.default").status()).isEqualTo(200);
  }

  @Test
  void anAppThatIsNoUserIsNotLetIn() {
    twin.control().set(Json.object().put("clientMapped", false));
    assertThat(client.send("GET", CUSTOMERS, null).status()).isEqualTo(401);
  }

  @Test
  void rolesAreHeldPerEntityAndDirection() {
    client.send("PUT", "/_twin/roles", "{\"unwritable\":[\"CustomersV3\"]}");
    assertThat(client.send("GET", CUSTOMERS, null).status()).isEqualTo(200);
    assertThat(client.refused("POST", "CustomersV3", "{}")).startsWith("403 ");
    client.send("PUT", "/_twin/roles", "{\"unreadable\":[\"CustomersV3\"]}");
    assertThat(client.refused("GET", CUSTOMERS, "")).startsWith("403 ");
  }

  @Test
  void anOverloadedSystemSaysWhenToComeBack() {
    twin.dials().set("throttleProbability", "1").set("retryAfterSeconds", 7);
    Reply reply = client.send("GET", CUSTOMERS, null);
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.headers().firstValue("Retry-After")).contains("7");
    assertThat(reply.text()).contains("due to system experiencing high resource utilization.");
  }

  @Test
  void everyAnswerNamesItsActivity() {
    Reply reply = client.send("GET", CUSTOMERS, null);
    assertThat(reply.headers().firstValue("ms-dyn-aid").orElse("")).hasSize(36);
  }

  @Test
  void namesOfTheSystemAreExact() {
    assertThat(client.refused("GET", "SalesOrderLinesV2", "")).startsWith("404 ");
    assertThat(client.refused("GET", "customersv3", "")).startsWith("404 ");
  }

  @Test
  void metadataTellsTheServedEntities() {
    var entity = client.get("/metadata/PublicEntities('SalesOrderHeaderV2')");
    assertThat(entity.path("EntitySetName").asString()).isEqualTo("SalesOrderHeadersV2");
    assertThat(entity.path("Properties").size()).isEqualTo(161);
    String edmx = client.send("GET", "$metadata", null).text();
    assertThat(edmx).contains("<EntitySet Name=\"WarehousesOnHandV2\"");
    assertThat(edmx).contains("<Member Name=\"Backorder\" Value=\"1\"/>");
  }
}
