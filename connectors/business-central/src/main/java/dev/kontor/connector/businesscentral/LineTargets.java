package dev.kontor.connector.businesscentral;

import dev.kontor.model.LineKind;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where lines without article are booked, by kind and tax rate. */
final class LineTargets {

  /**
   * @param lineType {@code Account} or {@code Item}
   */
  record Target(String lineType, String number) {}

  private final JsonNode settings;

  LineTargets(JsonNode settings) {
    this.settings = settings;
  }

  /** Empty if the setting is missing. */
  Optional<Target> of(LineKind kind, @Nullable BigDecimal rate) {
    JsonNode line = settings.path(setting(kind));
    if (kind == LineKind.CREDIT && line.isMissingNode()) {
      line = settings.path(setting(LineKind.PROMOTION));
    }
    String byRate =
        rate == null
            ? null
            : Json.text(line.path("byRate"), rate.stripTrailingZeros().toPlainString());
    String number = byRate == null ? Json.text(line, "number") : byRate;
    String type = "item".equalsIgnoreCase(Json.text(line, "type", "account")) ? "Item" : "Account";
    return Optional.ofNullable(number).map(found -> new Target(type, found));
  }

  /** Names of all settings that say where lines are booked. */
  static List<String> settings() {
    return Stream.concat(
            Arrays.stream(LineKind.values()).map(LineTargets::setting), Stream.of("refundLine"))
        .toList();
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
}
