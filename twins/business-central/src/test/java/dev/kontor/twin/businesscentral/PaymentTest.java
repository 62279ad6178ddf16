package dev.kontor.twin.businesscentral;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.kit.ManualClock;
import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Payment journals and what customers owe. */
class PaymentTest extends TwinTest {
  private final ManualClock clock = new ManualClock("2026-03-15T08:00:00Z");
  private String journal = "";

  @Override
  Options options() {
    return Options.quick().clocked(clock).withCompanion();
  }

  @BeforeEach
  void invoice() throws Exception {
    setup(
        "{\"customers\":[{\"number\":\"WEB\",\"paymentTermsId\":\"%s\"}]}"
            .formatted(client.id("paymentTerms", "code", "14TAGE")));
    order(
        ",\"externalDocumentNumber\":\"SW-1\"",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":1,\"unitPrice\":100}");
    twin.shipAndInvoice("101001");
    journal =
        "customerPaymentJournals(" + client.id("customerPaymentJournals", "code", "SHOP") + ")";
  }

  @Test
  void aPostedPaymentSettlesItsInvoice() throws Exception {
    JsonNode invoice = first("salesInvoices");
    assertThat(text(invoice, "dueDate")).isEqualTo("2026-03-29");
    JsonNode part = pay("{\"appliesToInvoiceId\":\"%s\",\"amount\":-19}", text(invoice, "id"));
    assertThat(text(part, "customerNumber")).isEqualTo("WEB");
    assertThat(text(part, "appliesToInvoiceNumber")).isEqualTo("103001");
    assertThat(part.path("lineNumber").asInt()).isEqualTo(10000);
    assertThat(post()).isEqualTo(204);
    JsonNode open = first("salesInvoices");
    assertThat(number(open, "remainingAmount")).isEqualByComparingTo("100");
    assertThat(text(open, "status")).isEqualTo("Open");
    assertThat(client.get(journal + "/customerPayments").path("value")).isEmpty();
    pay(
        "{\"appliesToInvoiceNumber\":\"%s\",\"amount\":-100,\"externalDocumentNumber\":\"pi_1\"}",
        "103001");
    assertThat(post()).isEqualTo(204);
    JsonNode paid = first("salesInvoices");
    assertThat(number(paid, "remainingAmount")).isEqualByComparingTo("0");
    assertThat(text(paid, "status")).isEqualTo("Paid");
    assertThat(twin.truth("payments").path("payments")).hasSize(2);
    pay("{\"appliesToInvoiceNumber\":\"%s\",\"amount\":-1}", "103001");
    assertThat(refusedPost()).contains("There is no Cust. Ledger Entry within the filter.");
  }

  @Test
  void aPostedPaymentIsFoundInTheGeneralLedgerByItsNumber() throws Exception {
    pay(
        "{\"customerNumber\":\"WEB\",\"appliesToInvoiceNumber\":\"%s\",\"amount\":-19,\"documentNumber\":\"pay-1\"}",
        "103001");
    assertThat(twin.truth("paymentLines").path("paymentLines")).hasSize(1);
    twin.postJournal("SHOP");
    JsonNode entries =
        client.get("generalLedgerEntries?$filter=documentNumber%20eq%20'PAY-1'").path("value");
    assertThat(entries).hasSize(2);
    assertThat(number(entries.path(0), "creditAmount")).isEqualByComparingTo("19");
    assertThat(number(entries.path(1), "debitAmount")).isEqualByComparingTo("19");
    assertThat(client.refused("POST", "generalLedgerEntries", "{}")).startsWith("405");
  }

  @Test
  void aLineHasItsCustomersCurrencyAndABlockedCustomerPaysNothing() throws Exception {
    setup("{\"customers\":[{\"number\":\"WEB\",\"currencyCode\":\"CHF\"}]}");
    pay("{\"customerNumber\":\"WEB\",\"appliesToInvoiceNumber\":\"%s\",\"amount\":-19}", "103001");
    assertThat(refusedPost())
        .contains("All entries in one application must be in the same currency.");
    setup("{\"customers\":[{\"number\":\"WEB\",\"blocked\":\"All\"}]}");
    assertThat(
            client.refused(
                "POST",
                journal + "/customerPayments",
                "{\"customerNumber\":\"WEB\",\"amount\":-1}"))
        .contains("is blocked with type All");
  }

  @Test
  void balancesFollowTheLedger() throws Exception {
    String customer = client.id("customers", "number", "WEB");
    String path = "customers(" + customer + ")";
    assertThat(number(client.get(path), "balanceDue")).isEqualByComparingTo("119");
    JsonNode details = client.get(path + "/customerFinancialDetail");
    assertThat(number(details, "balance")).isEqualByComparingTo("119");
    assertThat(number(details, "totalSalesExcludingTax")).isEqualByComparingTo("100");
    assertThat(number(details, "overdueAmount")).isEqualByComparingTo("0");
    clock.advance(Duration.ofDays(15));
    client.signIn();
    assertThat(number(client.get(path + "/customerFinancialDetail"), "overdueAmount"))
        .isEqualByComparingTo("119");
    twin.pay("103001", new BigDecimal("119"));
    assertThat(number(client.get(path), "balanceDue")).isEqualByComparingTo("0");
    order(
        "",
        "{\"lineType\":\"Item\",\"lineObjectNumber\":\"1000\",\"quantity\":2,\"unitPrice\":10}");
    String detail = companion("customerDetails(" + customer + ")");
    assertThat(number(client.get(detail), "outstandingOrders")).isEqualByComparingTo("23.80");
    twin.order(
        "101002",
        "ship",
        Json.MAPPER.readTree("{\"lines\":[{\"sequence\":10000,\"quantity\":1}]}"));
    assertThat(number(client.get(detail), "outstandingOrders"))
        .as("one of two is still to come")
        .isEqualByComparingTo("11.90");
    assertThat(number(client.patch(path, "{\"creditLimit\":500}"), "creditLimit"))
        .isEqualByComparingTo("500");
    assertThat(client.refused("DELETE", path, "", "If-Match", "*"))
        .startsWith("400 Application_DialogException");
  }

  @Test
  void badPaymentsAreRefused() throws Exception {
    String payments = journal + "/customerPayments";
    String nobody = "11111111-2222-3333-4444-555555555555";
    assertThat(client.refused("POST", payments, "{\"customerId\":\"" + nobody + "\"}"))
        .contains("The \"customerId\" does not match to a Customer.");
    assertThat(client.refused("POST", payments, "{\"customerNumber\":\"NONE\"}"))
        .contains("The \"customerNumber\" does not match to a Customer.");
    assertThat(client.refused("POST", payments, "{\"appliesToInvoiceId\":\"" + nobody + "\"}"))
        .contains("The \"appliesToInvoiceId\" should be the ID of an Open");
    assertThat(
            client.refused(
                "POST",
                payments,
                "{\"appliesToInvoiceId\":\"%s\",\"appliesToInvoiceNumber\":\"999\"}"
                    .formatted(text(first("salesInvoices"), "id"))))
        .contains("The Applies To Invoice values do not match to the same Invoice.");
    assertThat(client.refused("GET", "customerPayments", ""))
        .contains("You must specify a journal batch ID");
    assertThat(client.refused("POST", "customerPayments", "{\"amount\":-1}"))
        .contains("You must specify a journal batch ID");
    assertThat(refusedPost()).contains("There is nothing to post.");
    JsonNode wrong = pay("{\"customerNumber\":\"%s\",\"amount\":5}", "WEB");
    assertThat(refusedPost()).contains("Amount must be negative in Gen. Journal Line");
    String line = "customerPayments(" + text(wrong, "id") + ")";
    assertThat(client.refused("PATCH", line, "{\"journalId\":\"" + nobody + "\"}", "If-Match", "*"))
        .contains("The Journal Id cannot be changed.");
    assertThat(client.send("DELETE", line, "", "If-Match", "*").statusCode()).isEqualTo(204);
  }

  @Test
  void aJournalWithoutABalancingAccountDoesNotPost() throws Exception {
    JsonNode made = client.post("customerPaymentJournals", "{\"code\":\"bar\"}");
    assertThat(text(made, "code")).isEqualTo("BAR");
    String path = "customerPaymentJournals(" + text(made, "id") + ")";
    client.post(path + "/customerPayments", "{\"customerNumber\":\"WEB\",\"amount\":-5}");
    String post = "journals(" + text(made, "id") + ")/Microsoft.NAV.post";
    assertThat(client.refused("POST", post, "")).contains("out of balance by -5");
    client.patch(
        path, "{\"balancingAccountId\":\"" + client.id("accounts", "number", "1200") + "\"}");
    assertThat(client.send("POST", post, "").statusCode()).isEqualTo(204);
    assertThat(client.refused("POST", "customerPaymentJournals", "{\"code\":\"BAR\"}"))
        .startsWith("409 Internal_EntityWithSameKeyExists");
  }

  private JsonNode pay(String body, String value) throws Exception {
    return client.post(journal + "/customerPayments", body.formatted(value));
  }

  private String poster() {
    return journal.replace("customerPaymentJournals", "journals") + "/Microsoft.NAV.post";
  }

  private int post() throws Exception {
    return client.send("POST", poster(), "").statusCode();
  }

  private String refusedPost() throws Exception {
    return client.refused("POST", poster(), "");
  }
}
