package dev.kontor.twin.magento.b2b;

import dev.kontor.twin.kit.Json;
import dev.kontor.twin.magento.data.Row;
import dev.kontor.twin.magento.data.Tables;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What companies owe: a balance below zero is a debt, and what is left is the limit and the balance
 * together ({@code rest/b2b/credit-manage.md}; Adobe Commerce user guide, Manage company credit).
 * Every movement stands in the history.
 */
public final class Credits {
  static final int ALLOCATED = 1;
  static final int UPDATED = 2;
  static final int PURCHASED = 3;
  static final int REIMBURSED = 4;
  static final int REFUNDED = 5;
  static final int REVERTED = 6;

  private static final String METHOD = "companycredit";
  private static final String CURRENCY = "EUR";
  private static final int INTEGRATION = 1;

  private final Tables tables;

  public Credits(Tables tables) {
    this.tables = tables;
  }

  /** A new company has no limit yet. */
  void open(ObjectNode company) {
    tables
        .credits()
        .insert(
            Json.object()
                .put("company_id", Row.number(company, "id"))
                .put("balance", 0)
                .put("currency_code", CURRENCY)
                .put("exceed_limit", false));
  }

  Optional<ObjectNode> ofCompany(long company) {
    return tables.credits().where("company_id", company).stream().findFirst();
  }

  /** As the shop shows it. */
  public static ObjectNode view(ObjectNode row) {
    ObjectNode view = row.deepCopy();
    Row.put(view, "available_limit", available(row));
    return view;
  }

  private static BigDecimal available(JsonNode row) {
    return Row.amount(row, "credit_limit").add(Row.amount(row, "balance"));
  }

  /**
   * Throws IllegalArgumentException when a company may not pay an order that way.
   *
   * @param company null for a buyer without one
   */
  public void check(ObjectNode order, String method, @Nullable ObjectNode company) {
    if (!method.equals(METHOD)) {
      return;
    }
    if (company == null || Row.number(company, "status") != 1) {
      throw new IllegalArgumentException("companycredit is for customers of an approved company");
    }
    ObjectNode credit = ofCompany(Row.number(company, "id")).orElseThrow();
    boolean enough = available(credit).compareTo(Row.amount(order, "base_grand_total")) >= 0;
    if (!enough && !credit.path("exceed_limit").asBoolean(false)) {
      throw new IllegalArgumentException(
          "The credit limit was exceeded: "
              + available(credit).toPlainString()
              + " "
              + CURRENCY
              + " are left");
    }
  }

  /** An order on account, which is owed from its placing on. */
  public void purchased(ObjectNode order) {
    move(order, PURCHASED, Row.amount(order, "base_grand_total").negate());
  }

  /** A cancelled order is owed no longer, as far as it was not invoiced. */
  public void reverted(ObjectNode order) {
    move(order, REVERTED, Row.amount(order, "base_total_canceled"));
  }

  public void refunded(ObjectNode order, BigDecimal amount) {
    move(order, REFUNDED, amount);
  }

  private void move(ObjectNode order, int type, BigDecimal amount) {
    JsonNode company = order.path("_ext").path("company_order_attributes");
    if (Row.text(order.path("_payment"), "method").equals(METHOD) && amount.signum() != 0) {
      ofCompany(Row.number(company, "company_id"))
          .ifPresent(
              credit ->
                  move(
                      credit,
                      type,
                      amount,
                      "{\"system\":{\"order\":\"" + Row.text(order, "increment_id") + "\"}}",
                      Row.textOrNull(order.path("_payment"), "po_number")));
    }
  }

  /** Moves a balance, and writes it down. */
  void move(
      ObjectNode credit,
      int type,
      BigDecimal amount,
      String comment,
      @Nullable String purchaseOrder) {
    Row.add(credit, "balance", amount);
    ObjectNode entry =
        Json.object()
            .put("company_credit_id", Row.number(credit, "id"))
            .put("user_id", 1)
            .put("user_type", INTEGRATION)
            .put("currency_credit", Row.text(credit, "currency_code"))
            .put("currency_operation", Row.text(credit, "currency_code"))
            .put("rate", 1)
            .put("rate_credit", 0)
            .put("type", type)
            .put("datetime", tables.now())
            .put("comment", comment);
    Row.put(entry, "amount", amount);
    Row.put(entry, "balance", Row.amount(credit, "balance"));
    Row.put(entry, "credit_limit", Row.amount(credit, "credit_limit"));
    Row.put(entry, "available_limit", available(credit));
    if (purchaseOrder != null) {
      entry.put("purchase_order", purchaseOrder);
    }
    tables.creditHistory().insert(entry);
  }
}
