package dev.kontor.engine.config;

import dev.kontor.model.Order;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which orders of a shop a flow is for, whatever their state; all must hold, an empty set holds for
 * every order.
 *
 * @param channels sales channels
 * @param currencies ISO 4217 codes
 * @param countries ISO 3166 codes of the address the goods go to
 * @param billToCountries ISO 3166 codes of the address the invoice goes to
 */
public record Route(
    Set<String> channels,
    Set<String> currencies,
    Set<String> countries,
    Set<String> billToCountries) {

  /** Every order. */
  public static final Route ALL = new Route(Set.of(), Set.of(), Set.of(), Set.of());

  public Route {
    channels = Set.copyOf(channels);
    currencies = Set.copyOf(currencies);
    countries = Set.copyOf(countries);
    billToCountries = Set.copyOf(billToCountries);
  }

  /** Why an order is not for the flow; empty if it is. */
  public Optional<String> refusal(Order order) {
    return Stream.of(
            refusal("sales channel", channels, order.channel()),
            refusal("currency", currencies, order.currency()),
            refusal("country of delivery", countries, order.shipTo().country()),
            refusal("country of the invoice", billToCountries, order.billTo().country()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> refusal(String what, Set<String> of, @Nullable String value) {
    return of.isEmpty() || (value != null && of.contains(value))
        ? Optional.empty()
        : Optional.of(what + " " + value + " is not exported, only " + new TreeSet<>(of));
  }
}
