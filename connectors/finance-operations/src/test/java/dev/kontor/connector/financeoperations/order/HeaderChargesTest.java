package dev.kontor.connector.financeoperations.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.connector.financeoperations.CannedErp;
import dev.kontor.contract.sample.SampleOrder;
import dev.kontor.model.LineKind;
import dev.kontor.model.ModelJson;
import dev.kontor.model.Order;
import dev.kontor.model.OrderRefund;
import dev.kontor.model.PriceBasis;
import dev.kontor.model.RefundLine;
import dev.kontor.model.TaxShare;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What setting headerCharges must say, and what it makes of lines. */
class HeaderChargesTest {

  @Test
  void chargesWhoseSettingIsGoneAreNotEnteredWithoutThem() {
    try (CannedErp erp = new CannedErp()) {
      assertThat(PackageErp.created(erp))
          .isInstanceOfSatisfying(
              Fault.Invalid.class,
              gone -> assertThat(gone.message()).contains("setting headerCharges, which is gone"));
      assertThat(erp.calls()).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | {\"fee\": {\"code\": \"F\", \"taxGroup\": \"V\"}} | '' | headerCharges.project is missing",
        "P | {} | '' | headerCharges.codes names neither shipping nor fee",
        "P | {\"fee\": {\"taxGroup\": \"V\"}} | '' | headerCharges.codes.fee.code is missing",
        "P | {\"fee\": {\"code\": \"F\"}} | '' | headerCharges.codes.fee.taxGroup is missing",
        "P | {\"fee\": {\"code\": \"F\", \"taxGroup\": \"V\"}} | , \"orderNumbers\": \"reference\""
            + " | headerCharges goes with orderNumbers: sequence only",
      })
  void wrongSettingsAreNamed(String project, String codes, String more, String told) {
    assertThatThrownBy(() -> new CannedErp(PackageErp.settings(project, codes, more)))
        .isInstanceOfSatisfying(
            FaultException.class,
            e -> assertThat(e.fault()).isInstanceOf(Fault.Misconfigured.class))
        .hasMessageContaining("erp." + told);
  }

  @Test
  void theCheckSeesTaxGroupsAndWhetherThePackageApiAnswers() {
    try (CannedErp erp = PackageErp.ending("Unknown")) {
      assertThat(checked(erp)).extracting(Finding::severity).containsExactly(Finding.Severity.OK);
    }
    String other = PackageErp.CODES.replace("ERM", "NIE");
    try (CannedErp erp = PackageErp.of(other)) {
      erp.on(PackageErp.ACTION + "GetExecutionSummaryStatus", 403, "{}");
      assertThat(checked(erp))
          .extracting(Finding::problem)
          .anyMatch(told -> told.contains("NIE of charges code FREIGHT is in no row"))
          .anyMatch(told -> told.contains("the package API does not answer"));
    }
  }

  @Test
  void shippingOfARefundIsALineAsEver() {
    JsonNode settings =
        ModelJson.parse(
            PackageErp.settings(
                "Orders", PackageErp.CODES, ", \"shippingLine\": {\"item\": \"FRACHT\"}"));
    SampleOrder sample = SampleOrder.in(PriceBasis.GROSS).goods("A1", "1", "11.90", "11.90", "19");
    TaxShare freight = sample.share("4.90", "19");
    sample.other(LineKind.SHIPPING, freight);
    assertThat(SalesLines.of(sample.build(), settings).get(1).path("SalesChargeCode").asString())
        .isEqualTo("FREIGHT");
    RefundLine part = new RefundLine("l1", BigDecimal.ONE, freight.amount(), List.of(freight));
    Order order = sample.refund("r", "4.90", part).build();
    JsonNode given =
        CreditLines.of(new OrderRefund(order, order.refunds().getFirst()), settings).get(0);
    assertThat(given.path("ItemNumber").asString()).isEqualTo("FRACHT");
    assertThat(given.has("SalesChargeCode")).isFalse();
  }

  private static List<Finding> checked(CannedErp erp) {
    erp.rows("LegalEntities", "{\"LegalEntityId\": \"usmf\"}");
    return erp.connector().check().stream()
        .filter(finding -> finding.subject().contains("headerCharges"))
        .toList();
  }
}
