package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a customer owes changes without the customer. */
class CustomerChangesTest {

  private final TwinWorld world = new TwinWorld();
  private final Connector connector =
      new BusinessCentralProvider().connect(world.settings(), world.toolbox);
  private final Reader reader = connector.reader(EntityType.CUSTOMER).orElseThrow();
  private final Map<String, String> versions = new HashMap<>();
  private @Nullable Cursor at;

  @AfterEach
  void close() {
    connector.close();
    world.close();
  }

  /** The others are older than what each poll reads again. */
  @BeforeEach
  void aNewerCustomer() {
    world.twinTime = world.twinTime.plus(Duration.ofMinutes(30));
    world.call("POST", "customers", "{\"displayName\":\"New\"}");
  }

  @Test
  void aPostedInvoiceIsSeenInTheNextRoundAndNothingElseIs() {
    assertThat(news(read())).as("first reading").contains("WEB");
    invoice();
    assertThat(news(read())).as("before the round").isEmpty();
    world.connectorTime = world.connectorTime.plus(CustomerChanges.ROUND_EVERY);
    assertThat(news(read())).as("in the round").containsExactly("WEB");
    assertThat(news(read())).as("after it").isEmpty();
  }

  @Test
  void whatIsDueByNowIsSeenToo() {
    invoice();
    news(read());
    world.twinTime = world.twinTime.plus(Duration.ofDays(40));
    world.connectorTime = world.twinTime;
    assertThat(news(read())).containsExactly("WEB");
  }

  @Test
  void aRoundWhoseLinkHasExpiredBeginsAnew() {
    news(read());
    world.connectorTime = world.connectorTime.plus(CustomerChanges.ROUND_EVERY);
    Page begun = reader.changes(at, 500);
    String expired = world.twin.apiUri() + "/companies(" + world.twin.companyId() + ")/customers";
    at = new Cursor(begun.next().value().replace("\"\"", '"' + expired + "?$skiptoken=x\""));
    invoice();
    assertThat(news(read())).containsExactly("WEB");
  }

  private Map<String, Document> read() {
    Map<String, Document> seen = new HashMap<>();
    Page page;
    do {
      page = reader.changes(at, 500);
      page.documents().forEach(document -> seen.put(document.number(), document));
      at = page.next();
    } while (page.more());
    return seen;
  }

  /** As the hub does, by version. */
  private Set<String> news(Map<String, Document> seen) {
    Set<String> news = new HashSet<>();
    seen.forEach(
        (number, document) -> {
          if (!document.version().equals(versions.put(number, document.version()))) {
            news.add(number);
          }
        });
    return news;
  }

  private void invoice() {
    JsonNode made =
        world.call(
            "POST",
            "salesOrders",
            """
            {"customerNumber":"WEB","pricesIncludeTax":true,"salesOrderLines":[
              {"lineType":"Item","lineObjectNumber":"1000","quantity":1,"unitPrice":10}]}""");
    world.control("orders/" + made.path("number").asString() + "/shipAndInvoice", "{}");
  }
}
