package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.api.Released;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.model.LineKind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Which item stands for what is no article, by kind and tax rate: sales orders have no lines on
 * accounts, and charges of a header are in no public entity (finance-operations/contract.md §5);
 * see {@link ChargeCodes} for those.
 */
public final class LineItems {

  private final JsonNode settings;

  LineItems(JsonNode settings) {
    this.settings = settings;
  }

  /** Empty if the setting is missing. */
  Optional<String> of(LineKind kind, BigDecimal rate) {
    JsonNode line = settings.path(setting(kind));
    if (kind == LineKind.CREDIT && line.isMissingNode()) {
      line = settings.path(setting(LineKind.PROMOTION));
    }
    String byRate = Row.text(line.path("byRate"), plain(rate));
    String item = byRate.isEmpty() ? Row.text(line, "item") : byRate;
    return Optional.of(item).filter(number -> !number.isEmpty());
  }

  /** Every item that a setting names, by the setting. */
  public static Stream<List<String>> named(JsonNode settings) {
    return Stream.concat(
            Stream.of(LineKind.values()).map(LineItems::setting), Stream.of("roundingLine"))
        .filter(setting -> !setting.isEmpty())
        .flatMap(
            setting ->
                Stream.concat(
                        Stream.of(Row.text(settings.path(setting), "item")),
                        settings.path(setting).path("byRate").valueStream().map(JsonNode::asString))
                    .filter(item -> !item.isEmpty())
                    .map(item -> List.of(setting, item)));
  }

  /** Their numbers in capitals: nothing that shops sell. */
  public static Set<String> numbers(JsonNode settings) {
    return named(settings).map(one -> Released.key(one.getLast())).collect(Collectors.toSet());
  }

  static String setting(LineKind kind) {
    return switch (kind) {
      case GOODS -> "";
      case PROMOTION -> "discountLine";
      case CREDIT -> "creditLine";
      case CUSTOM -> "customLine";
      case SHIPPING -> "shippingLine";
      case GIFT_CARD -> "giftCardLine";
      case FEE -> "feeLine";
    };
  }

  static String plain(BigDecimal rate) {
    return rate.signum() == 0 ? "0" : rate.stripTrailingZeros().toPlainString();
  }
}
