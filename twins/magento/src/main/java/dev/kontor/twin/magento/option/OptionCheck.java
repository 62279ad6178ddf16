package dev.kontor.twin.magento.option;

import dev.kontor.twin.magento.ApiError;
import dev.kontor.twin.magento.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Whether an option can be stored (Magento_Catalog, Model/Product/Option/Validator). All that does
 * not hold stands in one message.
 */
final class OptionCheck {
  private static final Set<String> PRICE_TYPES = Set.of("fixed", "percent");

  private OptionCheck() {}

  static void check(JsonNode option) {
    List<String> faults = new ArrayList<>();
    if (Row.text(option, "title").isEmpty() || Row.text(option, "type").isEmpty()) {
      faults.add("Missed values for option required fields");
    }
    Optional<OptionType> type = OptionType.named(Row.text(option, "type"));
    if (type.isEmpty()) {
      faults.add("Invalid option type");
    }
    boolean held =
        type.filter(OptionType::hasValues).isPresent()
            ? holds(option.path(CustomOptions.VALUES))
            : isPriced(option);
    if (!held || (type.filter(OptionType::isText).isPresent() && isShort(option))) {
      faults.add("Invalid option value");
    }
    if (!faults.isEmpty()) {
      throw ApiError.of(400, String.join("\n", faults));
    }
  }

  private static boolean isShort(JsonNode option) {
    return Row.number(option, "max_characters") < 0;
  }

  private static boolean isPriced(JsonNode priced) {
    return PRICE_TYPES.contains(Row.text(priced, "price_type"));
  }

  private static boolean holds(JsonNode values) {
    return !values.isEmpty() && values.valueStream().allMatch(OptionCheck::isValue);
  }

  /** A value without price and price type costs nothing; one alone is not enough. */
  private static boolean isValue(JsonNode value) {
    boolean free = Row.text(value, "price_type").isEmpty() && !isSet(value);
    return !Row.text(value, "title").isEmpty()
        && (free || (isPriced(value) && value.path("price").isNumber()));
  }

  private static boolean isSet(JsonNode value) {
    return Row.amount(value, "price").signum() != 0;
  }
}
