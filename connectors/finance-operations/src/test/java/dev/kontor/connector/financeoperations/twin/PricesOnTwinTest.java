package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Price;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Prices as people post them, and when each change is told. */
class PricesOnTwinTest {

  private static final String GROUP =
      "{\"priceAudiences\": {\"groups\": [{\"code\": \"HANDEL\"}]}}";

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider().connect(erp.settings(GROUP), toolbox);
  private @Nullable Cursor at;

  @AfterEach
  void stop() {
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Reader reader() {
    return connector.reader(EntityType.PRICE).orElseThrow();
  }

  /** Article numbers told since the last poll; of a bucket all are told, so others may be there. */
  private List<String> told() {
    List<String> told = new ArrayList<>();
    Page page;
    do {
      page = reader().changes(at, 3);
      page.documents().forEach(document -> told.add(document.id()));
      at = page.next();
    } while (page.more());
    return told;
  }

  private Price price(String item) {
    Document found = reader().fetch(List.of(item)).getFirst();
    return ModelJson.mapper().treeToValue(Objects.requireNonNull(found.content()), Price.class);
  }

  private List<String> breaks(String item) {
    return price(item).sheets().getLast().breaks().stream()
        .map(b -> b.from().toPlainString() + ": " + b.price().net().toPlainString())
        .toList();
  }

  @Test
  void fourBreaksOfAContractAreToldWhenTheJournalIsPosted() {
    assertThat(told()).contains("AH-1004");
    String journal = erp.priceJournal("AH-1004", "HANDEL", "80", "76", "72", "68");
    assertThat(told()).isEmpty();
    erp.control("POST", "tradeAgreements/demf/" + journal + "/post", "{}");
    assertThat(told()).contains("AH-1004");
    assertThat(breaks("AH-1004")).containsExactly("1: 80", "10: 76", "50: 72", "100: 68");
    assertThat(told()).isEmpty();
  }

  @Test
  void aPriceThatIsTakenAwayIsToldToo() {
    assertThat(breaks("AH-1000")).containsExactly("1: 50", "10: 45");
    told();
    String record =
        erp.rows("SalesPriceAgreements", "ItemNumber eq 'AH-1000'")
            .getFirst()
            .path("RecordId")
            .asString();
    erp.control("POST", "tradeAgreements/demf/" + record + "/end", "{}");
    assertThat(told()).contains("AH-1000");
    assertThat(breaks("AH-1000")).containsExactly("1: 50");
  }

  /** That night the clocks of Berlin went forward: midnight is 23:00 before and 22:00 after. */
  @Test
  void aPriceBeginsAndEndsAtTheCompanysMidnight() {
    erp.agree(
        "AH-1004",
        "\"Price\": 70, \"PriceApplicableFromDate\": \"2027-03-28T12:00:00Z\","
            + " \"PriceApplicableToDate\": \"2027-03-28T12:00:00Z\"");
    to("2027-03-27T22:59:59Z");
    told();
    to("2027-03-27T23:00:00Z");
    assertThat(told()).contains("AH-1004");
    assertThat(price("AH-1004").sheets().getFirst().breaks().getFirst().price().net())
        .isEqualByComparingTo("70");
    to("2027-03-28T21:59:59Z");
    assertThat(told()).isEmpty();
    to("2027-03-28T22:00:00Z");
    assertThat(told()).contains("AH-1004");
  }

  private void to(String instant) {
    erp.clock.advance(Duration.between(erp.clock.instant(), Instant.parse(instant)));
  }
}
