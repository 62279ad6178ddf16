package dev.kontor.connector.financeoperations.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.connector.financeoperations.FinanceOperationsProvider;
import dev.kontor.contract.DirectToolbox;
import dev.kontor.model.EntityType;
import dev.kontor.model.ModelJson;
import dev.kontor.spi.Connector;
import dev.kontor.spi.Cursor;
import dev.kontor.spi.Document;
import dev.kontor.spi.Page;
import dev.kontor.spi.Reader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a customer owes, how much it may owe, and when that is told. */
class TermsOnTwinTest {

  private final TwinErp erp = new TwinErp();
  private final DirectToolbox toolbox = new DirectToolbox(erp.clock, Duration.ofSeconds(20));
  private final Connector connector =
      new FinanceOperationsProvider().connect(erp.settings(), toolbox);
  private @Nullable Cursor at;

  @AfterEach
  void stop() {
    connector.close();
    toolbox.close();
    erp.close();
  }

  private Reader reader() {
    return connector.reader(EntityType.CUSTOMER).orElseThrow();
  }

  private boolean told() {
    boolean told = false;
    Page page;
    do {
      page = reader().changes(at, 2);
      told |= page.documents().stream().anyMatch(document -> document.id().equals("20000"));
      at = page.next();
    } while (page.more());
    return told;
  }

  private JsonNode customer() {
    return Objects.requireNonNull(reader().fetch(List.of("20000")).getFirst().content());
  }

  private void owes(String balance, String overdue) {
    assertThat(customer().path("openBalance").decimalValue()).isEqualByComparingTo(balance);
    assertThat(customer().path("openBalanceOverdue").decimalValue()).isEqualByComparingTo(overdue);
  }

  @Test
  void anInvoiceAPaymentAndADayThatPassesAreEachTold() {
    assertThat(told()).isTrue();
    erp.owes("20000", "100");
    assertThat(told()).isTrue();
    owes("100", "0");
    erp.clock.advance(Duration.ofDays(14));
    assertThat(told()).isFalse();
    erp.clock.advance(Duration.ofDays(1));
    assertThat(told()).isTrue();
    owes("100", "100");
    String invoice =
        erp.rows("SalesInvoiceHeadersV2", "InvoiceCustomerAccountNumber eq '20000'")
            .getFirst()
            .path("InvoiceNumber")
            .asString();
    erp.control("POST", "invoices/demf/" + invoice + "/pay", "{\"amount\": \"60\"}");
    assertThat(told()).isTrue();
    owes("40", "40");
  }

  @Test
  void theVersionIsTheSameHoweverACustomerIsRead() {
    erp.owes("20000", "100");
    Document thin =
        reader().keys(null, 100).documents().stream()
            .filter(document -> document.id().equals("20000"))
            .findFirst()
            .orElseThrow();
    assertThat(reader().fetch(List.of("20000")).getFirst().version()).isEqualTo(thin.version());
  }

  @Test
  void aLimitOfZeroIsNoneUnlessItIsMandatory() {
    ObjectNode limits = (ObjectNode) ModelJson.parse("{\"CreditLimit\": 0}");
    assertThat(limit(limits)).isEqualTo("0");
    assertThat(limit(limits.put("CreditLimitIsMandatory", "Yes"))).isEqualTo("0.01");
    assertThat(limit(limits.put("CreditLimit", 500))).isEqualTo("500");
  }

  private static String limit(JsonNode customer) {
    return Objects.requireNonNull(new FinanceOperationsProvider().functions().get("creditLimit"))
        .apply(List.of(customer))
        .asString();
  }
}
