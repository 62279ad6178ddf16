package dev.kontor.connector.financeoperations.price;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.connector.financeoperations.pricing.Dimension;
import dev.kontor.connector.financeoperations.pricing.PriceParameters;
import java.util.EnumMap;
import java.util.Map;

/** Where orders ship from, as far as prices depend on it (rule P11). */
final class PricePlaces {

  private PricePlaces() {}

  static Map<Dimension, String> of(FnoSettings settings, PriceParameters parameters) {
    Map<Dimension, String> places = new EnumMap<>(Dimension.class);
    put(places, Dimension.SITE, Row.text(settings.open(), "site"), parameters);
    put(places, Dimension.WAREHOUSE, Row.text(settings.open(), "warehouse"), parameters);
    return places;
  }

  private static void put(
      Map<Dimension, String> places,
      Dimension dimension,
      String value,
      PriceParameters parameters) {
    if (!value.isEmpty() && parameters.priceDimensions().contains(dimension)) {
      places.put(dimension, Codes.upper(value));
    }
  }
}
