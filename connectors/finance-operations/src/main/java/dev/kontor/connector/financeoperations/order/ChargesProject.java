package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.Row;
import dev.kontor.spi.Fault;
import dev.kontor.spi.FaultException;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The data project of setting {@code headerCharges}, once the setting is right. */
final class ChargesProject {

  private ChargesProject() {}

  /** Name of the data project that imports orders with charges; empty if none have any. */
  static Optional<String> of(FnoSettings settings) {
    JsonNode json = settings.open().path(ChargeCodes.SETTING);
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    String project = Row.text(json, "project");
    if (project.isEmpty()) {
      throw wrong(settings, ".project", "is missing; name the data project of the import");
    }
    if (json.path(ChargeCodes.CODES).isEmpty()) {
      throw wrong(
          settings,
          ".codes",
          "names neither shipping nor fee; give one of them a charges code, or remove "
              + ChargeCodes.SETTING);
    }
    if (settings.text("orderNumbers", "sequence").equals("reference")) {
      throw wrong(
          settings,
          "",
          "goes with orderNumbers: sequence only, as an import draws the numbers of orders itself");
    }
    new ChargeCodes(settings.open()).kinds().forEach(kind -> whole(settings, kind));
    return Optional.of(project);
  }

  private static void whole(FnoSettings settings, String kind) {
    JsonNode entry = settings.open().path(ChargeCodes.SETTING).path(ChargeCodes.CODES).path(kind);
    for (String field : List.of("code", "taxGroup")) {
      if (Row.text(entry, field).isEmpty()) {
        throw wrong(
            settings,
            "." + ChargeCodes.CODES + "." + kind + "." + field,
            "is missing; a charge needs a charges code and an item sales tax group");
      }
    }
  }

  private static FaultException wrong(FnoSettings settings, String at, String problem) {
    return new FaultException(
        new Fault.Misconfigured(settings.connection() + "." + ChargeCodes.SETTING + at, problem));
  }
}
