package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.order.Text;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A company with what it may owe.
 *
 * @param json as the shop shows it
 * @param credit likewise
 * @param open what its orders on account come to that the ERP has not invoiced yet, in the credit's
 *     currency: the shop counts them as owed from their placing on, the ERP does not
 */
record Company(JsonNode json, JsonNode credit, BigDecimal open) {

  String creditId() {
    return credit.path("id").asString("");
  }

  String currency() {
    String currency = Text.text(credit.path("currency_code"));
    return currency == null ? "" : currency;
  }

  BigDecimal limit() {
    return amount("credit_limit");
  }

  /** Below zero if the company owes. */
  BigDecimal balance() {
    return amount("balance");
  }

  /** What it owes as the ERP counts it. */
  BigDecimal owed() {
    return balance().add(open).negate();
  }

  /** Differs whenever the shop's word on what it owes does; empty without company or credit. */
  static String state(@Nullable Company company) {
    return company != null && company.credit().isObject() ? company.state() : "";
  }

  private String state() {
    return Stream.of(limit(), balance(), open)
        .map(BigDecimal::stripTrailingZeros)
        .map(BigDecimal::toPlainString)
        .collect(Collectors.joining("/", "/", ""));
  }

  private BigDecimal amount(String field) {
    JsonNode number = credit.path(field);
    return number.isNumber() ? number.decimalValue() : BigDecimal.ZERO;
  }
}
