package dev.kontor.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A postal address as its owner wrote it; nothing is cut here.
 *
 * @param country ISO 3166-1 alpha-2 code, upper case
 * @param state region or county code without the country prefix
 */
public record Address(
    @Nullable String company,
    @Nullable String department,
    @Nullable String salutation,
    @Nullable String title,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String street,
    @Nullable String street2,
    @Nullable String street3,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String state,
    @Nullable String country,
    @Nullable String phone,
    Map<String, Map<String, JsonNode>> extra) {

  public Address {
    extra = Map.copyOf(extra);
  }
}
