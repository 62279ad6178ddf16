package dev.kontor.connector.magento.customer;

import dev.kontor.connector.magento.api.MagentoApi;
import dev.kontor.connector.magento.api.SearchCriteria;
import dev.kontor.connector.magento.order.Text;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Sets what a company may owe and what it owes. The limit is set as a whole; the balance only moves
 * by operations, each of which stands in the credit's history. One that the hub books bears a mark
 * there by which it is known again (rest/b2b/credit-manage.md).
 */
final class CreditWriter {

  /** Neither money received nor an order: the page names no mail to the buyer for it. */
  private static final int UPDATED = 2;

  private final MagentoApi api;

  CreditWriter(MagentoApi api) {
    this.api = api;
  }

  /**
   * @param key of the effect, the same when it is repeated
   */
  void write(String key, JsonNode content, Company company) {
    Optional<BigDecimal> limit = Terms.amount(content, Terms.LIMIT);
    Optional<BigDecimal> owed = Terms.amount(content, Terms.BALANCE);
    if (limit.isEmpty() && owed.isEmpty()) {
      return;
    }
    if (!company.credit().isObject()) {
      throw new FaultException(
          new Fault.Unsupported("the shop keeps no credit for companies; switch it on there"));
    }
    currency(content, company);
    limit.filter(l -> l.compareTo(company.limit()) != 0).ifPresent(l -> limit(l, company));
    owed.ifPresent(amount -> balance(key, amount, company));
  }

  private static void currency(JsonNode content, Company company) {
    String currency = Text.text(content.path(Terms.TERMS).path(Terms.CURRENCY));
    if (currency != null && !currency.equals(company.currency())) {
      throw new FaultException(
          new Fault.Invalid(
              "terms.currency",
              "is "
                  + currency
                  + ", but the shop keeps the company's credit in "
                  + company.currency(),
              null));
    }
  }

  private void limit(BigDecimal limit, Company company) {
    ObjectNode body = AccountShape.object();
    body.putObject("creditLimit")
        .put("id", Integer.parseInt(company.creditId()))
        .put("company_id", company.json().path("id").asInt(0))
        .put("credit_limit", limit)
        .put("currency_code", company.currency())
        .put("exceed_limit", company.credit().path("exceed_limit").asBoolean(false))
        .put("credit_comment", "ERP credit limit");
    api.change("PUT", "companyCredits/" + company.creditId(), body);
  }

  /** What is owed in the ERP, and orders on account that the ERP has not invoiced. */
  private void balance(String key, BigDecimal owed, Company company) {
    BigDecimal move = owed.add(company.open()).negate().subtract(company.balance());
    String mark = mark(key);
    if (move.signum() == 0 || isBooked(company, mark)) {
      return;
    }
    ObjectNode body =
        AccountShape.object()
            .put("value", move.abs())
            .put("currency", company.currency())
            .put("operationType", UPDATED)
            .put("comment", comment(owed, company, mark));
    String operation = move.signum() > 0 ? "increaseBalance" : "decreaseBalance";
    api.change("POST", "companyCredits/" + company.creditId() + "/" + operation, body);
  }

  private static String comment(BigDecimal owed, Company company, String mark) {
    return "ERP balance " + owed.toPlainString() + " " + company.currency() + " [" + mark + "]";
  }

  /** Short, and the same for every repetition of an effect. */
  private static String mark(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private boolean isBooked(Company company, String mark) {
    SearchCriteria criteria =
        new SearchCriteria(1)
            .equalTo("company_credit_id", company.creditId())
            .where("comment", "like", "%" + mark + "%");
    return !api.search("companyCredits/history", criteria).isEmpty();
  }
}
