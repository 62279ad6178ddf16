package dev.kontor.twin.magento.sales;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A store view.
 *
 * @param rate its currency per base currency
 */
public record Store(long id, String code, String name, String currency, BigDecimal rate) {
  static final String BASE_CURRENCY = "EUR";

  /** The demo shop's: euros, and dollars. */
  public static final List<Store> ALL =
      List.of(
          new Store(1, "default", "Default Store View", BASE_CURRENCY, BigDecimal.ONE),
          new Store(2, "us", "English (USD)", "USD", new BigDecimal("1.0837")));

  public static Optional<Store> of(String code) {
    return ALL.stream().filter(s -> s.code().equals(code)).findFirst();
  }

  String fullName() {
    return "Main Website\nMain Website Store\n" + name;
  }
}
