package dev.kontor.connector.financeoperations.customer;

import dev.kontor.connector.financeoperations.api.Row;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * What a customer owes, in the accounting currency.
 *
 * @param overdue of {@code balance}
 */
record Owed(BigDecimal balance, BigDecimal overdue) {

  static final Owed NOTHING = new Owed(BigDecimal.ZERO, BigDecimal.ZERO);

  /** Of one transaction. */
  static Owed of(JsonNode row, LocalDate today) {
    BigDecimal open = Row.number(row, "AmountMST").subtract(Row.number(row, "SettleAmountMST"));
    LocalDate due = Row.day(row, "DueDate");
    boolean late = open.signum() > 0 && due != null && due.isBefore(today);
    return new Owed(open, late ? open : BigDecimal.ZERO);
  }

  /** Accounts are the same in capitals and small letters. */
  static String key(String account) {
    return account.toUpperCase(Locale.ROOT);
  }

  Owed plus(Owed other) {
    return new Owed(balance.add(other.balance), overdue.add(other.overdue));
  }

  /** The same figures are the same text. */
  String inVersion() {
    return plain(balance) + " " + plain(overdue);
  }

  private static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
