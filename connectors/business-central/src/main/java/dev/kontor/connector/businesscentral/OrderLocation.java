package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Which location lines of goods take: setting {@code orderLocation}, for all or by channel. */
final class OrderLocation {

  static final String SETTING = "orderLocation";

  private static final String BY_CHANNEL = "byChannel";

  private final JsonNode setting;
  private final LocationCodes locations;

  OrderLocation(Configuration configuration, LocationCodes locations) {
    this.setting = configuration.json().path(SETTING);
    this.locations = locations;
  }

  /** What must be read to know it. */
  List<Wanted> unread() {
    return setting.isObject() ? locations.unread() : List.of();
  }

  /**
   * The location's id; null if Business Central is to choose, as without setting.
   *
   * @param channel of the order, null if it has none
   * @throws FaultException {@link Fault.Invalid} if the company has no such location
   */
  @Nullable String of(@Nullable String channel) {
    JsonNode own = channel == null ? setting : setting.path(BY_CHANNEL).path(channel);
    String code = own.isString() ? own.asString() : Json.text(setting, "code");
    if (code == null) {
      return null;
    }
    String id = locations.ids().get(Codes.upper(code));
    if (id == null) {
      throw new FaultException(
          new Fault.Invalid("salesOrderLines.locationId", problem(code), null));
    }
    return id;
  }

  private String problem(String code) {
    return "setting orderLocation names the location "
        + code
        + ", which the company does not have; it has "
        + String.join(", ", locations.ids().keySet());
  }

  void check(List<Finding> findings) {
    TreeSet<String> codes = new TreeSet<>();
    setting.path(BY_CHANNEL).forEach(code -> codes.add(code.asString("")));
    if (setting.has("code")) {
      codes.add(Json.text(setting, "code", ""));
    }
    for (String code : codes) {
      if (!locations.ids().containsKey(Codes.upper(code))) {
        findings.add(
            Finding.error(
                "setting orderLocation",
                problem(code),
                "Correct the setting or create the location; until then such orders are held."));
      }
    }
  }
}
