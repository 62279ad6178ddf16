package dev.kontor.connector.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.model.EntityType;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What partners' pages say is read with the documents it belongs to. */
class JoinedTest {

  private PartnerWorld partner = new PartnerWorld();

  @AfterEach
  void close() {
    partner.close();
  }

  private Reader reader(EntityType type) {
    return partner.connector.reader(type).orElseThrow();
  }

  private Document read(EntityType type, String set, String number) {
    return reader(type).fetch(List.of(partner.world.id(set, number))).getFirst();
  }

  private static JsonNode joined(Document document) {
    return Objects.requireNonNull(document.content()).path("joined");
  }

  private Page quiet(EntityType type) {
    Page page = reader(type).changes(null, 200);
    while (page.more()) {
      page = reader(type).changes(page.next(), 200);
    }
    return page;
  }

  private List<Document> news(EntityType type, @Nullable Cursor since) {
    return reader(type).changes(since, 200).documents();
  }

  @Test
  void aRowStandsWithItsItemAndMovesItsVersion() {
    Document before = read(EntityType.PRODUCT, "items", "1000");
    partner.enter("itemData", "itemNumber", "1000", "Becher");
    Document after = read(EntityType.PRODUCT, "items", "1000");
    assertThat(joined(after).path("item").path("title").asString()).isEqualTo("Becher");
    assertThat(joined(after).path("item").has("@odata.etag")).isFalse();
    assertThat(after.version()).isNotEqualTo(before.version());
    assertThat(joined(read(EntityType.PRODUCT, "items", "1001"))).isEmpty();
  }

  @Test
  void aChangeOfTheRowAloneIsNewsOfItsDocument() {
    partner.enter("itemData", "itemNumber", "1000", "Becher");
    Cursor items = quiet(EntityType.PRODUCT).next();
    Cursor customers = quiet(EntityType.CUSTOMER).next();
    partner.world.twinTime = partner.world.twinTime.plusSeconds(600);
    partner.app("PATCH", "itemData(" + row("itemData") + ")", "{\"title\":\"Krug\"}");
    String debtor = partner.world.id("customers", "10000");
    partner.enter("customerData", "customerId", debtor, "Stamm");
    assertThat(news(EntityType.PRODUCT, items))
        .contains(Documents.thin(read(EntityType.PRODUCT, "items", "1000")));
    Document now = read(EntityType.CUSTOMER, "customers", "10000");
    assertThat(news(EntityType.CUSTOMER, customers)).contains(Documents.thin(now));
    assertThat(joined(now).path("customer").path("title").asString()).isEqualTo("Stamm");
  }

  private String row(String set) {
    return partner.rows(set).getFirst().path("id").asString();
  }

  @Test
  void allDocumentsCostOneCallMoreForTheirApp() {
    List<String> ids =
        partner
            .world
            .call("GET", "items?$select=id", "")
            .path("value")
            .valueStream()
            .map(item -> item.path("id").asString())
            .toList();
    reader(EntityType.PRODUCT).fetch(ids);
    int before = partner.counted.calls.get();
    assertThat(reader(EntityType.PRODUCT).fetch(ids)).hasSizeGreaterThan(5);
    assertThat(partner.counted.calls.get() - before)
        .as("items, and the partner's app")
        .isEqualTo(2);
  }

  @Test
  void aPageThatIsNotThereStopsTheFlowAndIsNamed() {
    partner.close();
    partner = new PartnerWorld(PartnerWorld.JOINED.replace("itemData", "itemDetail"));
    assertThatThrownBy(() -> read(EntityType.PRODUCT, "items", "1000"))
        .isInstanceOf(FaultException.class)
        .hasMessageContaining("itemDetail")
        .hasMessageContaining("joined.item");
    assertThat(partner.connector.check())
        .anyMatch(
            f -> f.subject().equals("setting joined.item") && f.problem().contains("itemDetail"));
  }
}
