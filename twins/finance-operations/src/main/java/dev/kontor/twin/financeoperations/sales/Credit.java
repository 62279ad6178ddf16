package dev.kontor.twin.financeoperations.sales;

import static dev.kontor.twin.financeoperations.records.Records.number;
import static dev.kontor.twin.financeoperations.records.Records.text;

import dev.kontor.twin.financeoperations.records.CreditCheck;
import dev.kontor.twin.financeoperations.records.Erp;
import dev.kontor.twin.financeoperations.records.Fault;
import dev.kontor.twin.financeoperations.records.Message;
import dev.kontor.twin.financeoperations.records.Records;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/**
 * The check of a customer's credit limit while a line is entered (pricing.md §6). Open sums are
 * without tax; foreign currencies count by the company's rate.
 */
public final class Credit {
  private static final Set<String> DONE = Set.of("Invoiced", "Canceled");

  private final Erp erp;

  public Credit(Erp erp) {
    this.erp = erp;
  }

  /** Throws a Fault where the order takes its payer beyond the limit. */
  public void check(ObjectNode order) {
    String company = text(order, "dataAreaId");
    String account = text(order, "InvoiceCustomerAccountNumber");
    ObjectNode customer = erp.records().find(company, "customers", account).orElseThrow();
    Optional<BigDecimal> limit = limit(customer);
    CreditCheck what = what(customer);
    if (limit.isEmpty() || what == CreditCheck.NONE || !erp.settings().creditCheckRefuses()) {
      return;
    }
    BigDecimal used = used(company, account, what);
    if (used.compareTo(limit.get()) > 0) {
      throw Fault.logic(
          Message.CREDIT_LIMIT, account, limit.get().toPlainString(), used.toPlainString());
    }
  }

  private Optional<BigDecimal> limit(ObjectNode customer) {
    BigDecimal limit = number(customer, "CreditLimit");
    boolean unlimited =
        limit.signum() == 0
            && erp.settings().zeroCreditLimitIsNone()
            && !Records.yes(customer, "CreditLimitIsMandatory");
    return unlimited ? Optional.empty() : Optional.of(limit);
  }

  /** Without a check for all, customers with a mandatory limit are checked by their balance. */
  private CreditCheck what(ObjectNode customer) {
    CreditCheck all = erp.settings().creditCheck();
    return all == CreditCheck.NONE && Records.yes(customer, "CreditLimitIsMandatory")
        ? CreditCheck.BALANCE_AND_ALL
        : all;
  }

  private BigDecimal used(String company, String account, CreditCheck what) {
    return switch (what) {
      case NONE -> BigDecimal.ZERO;
      case BALANCE -> balance(company, account);
      case BALANCE_AND_PACKING_SLIPS ->
          balance(company, account).add(lines(company, account, Line::toInvoice));
      case BALANCE_AND_ALL ->
          balance(company, account)
              .add(lines(company, account, line -> line.toInvoice().add(line.open())));
    };
  }

  /** What is invoiced and not yet paid, in the company's currency. */
  public BigDecimal balance(String company, String account) {
    return erp.records()
        .seen(company, "CustTransactions", "AccountNum", account)
        .map(t -> number(t, "AmountMST").subtract(number(t, "SettleAmountMST")))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal lines(String company, String account, Function<Line, BigDecimal> part) {
    return erp.records()
        .seen(company, "salesOrders", "InvoiceCustomerAccountNumber", account)
        .filter(order -> !DONE.contains(text(order, "SalesOrderStatus")))
        .flatMap(
            order ->
                erp.records()
                    .seen(
                        company,
                        LineRules.SOURCE,
                        "SalesOrderNumber",
                        text(order, "SalesOrderNumber")))
        .map(line -> amount(company, line, part.apply(Line.of(line))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal amount(String company, ObjectNode line, BigDecimal quantity) {
    BigDecimal ordered = number(line, "OrderedSalesQuantity");
    BigDecimal amount =
        ordered.signum() == 0
            ? BigDecimal.ZERO
            : Rounding.divide(number(line, "LineAmount").multiply(quantity), ordered);
    String currency = text(line, "CurrencyCode");
    BigDecimal rate = erp.company(company).exchangeRates().getOrDefault(currency, BigDecimal.ONE);
    return Rounding.amount(Rounding.divide(amount, rate), erp.company(company).currency());
  }
}
