package dev.kontor.kit;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A table of the settings: what a target takes, by a value of the shop.
 *
 * @param setting its name, for people
 * @param entries by the shop's value; missing if the setting is
 */
public record ShopTable(String setting, JsonNode entries) {

  /** Stands for every value that has no entry of its own. */
  private static final String OTHERS = "*";

  /**
   * The entry for a value; a missing node where there is no such table.
   *
   * @param what the value is in an order, for people
   * @param value null if the order states none, which is one of the others
   * @throws FaultException {@link Fault.Invalid} if neither the value nor the others have an entry
   */
  public JsonNode entry(String what, @Nullable String value) {
    JsonNode own = value == null ? entries.path(OTHERS) : entries.path(value);
    JsonNode found = own.isMissingNode() ? entries.path(OTHERS) : own;
    if (!entries.isMissingNode() && found.isMissingNode()) {
      throw new FaultException(
          new Fault.Invalid(
              what,
              (value == null ? "is not stated" : "is " + value)
                  + ", and setting "
                  + setting
                  + " has no entry for it; add one, or one for \"*\", and resubmit",
              null));
    }
    return found;
  }
}
