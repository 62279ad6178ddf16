package dev.kontor.engine.mapping;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Knows by its name whether a field holds money: the last word of a camel-case name decides. */
final class AmountNames {

  private static final Set<String> WORDS =
      Set.of(
          "amount",
          "amounts",
          "net",
          "tax",
          "taxes",
          "gross",
          "total",
          "totals",
          "subtotal",
          "price",
          "prices",
          "cost",
          "costs",
          "captured",
          "refunded",
          "paid",
          "balance",
          "discount",
          "discounts",
          "fee",
          "fees",
          "surcharge",
          "payout",
          "vat");
  private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|[_\\-\\s]+");

  private AmountNames() {}

  static boolean isAmount(String fieldName) {
    List<String> words = List.of(HUMP.split(fieldName));
    return !words.isEmpty() && WORDS.contains(words.getLast().toLowerCase(Locale.ROOT));
  }
}
