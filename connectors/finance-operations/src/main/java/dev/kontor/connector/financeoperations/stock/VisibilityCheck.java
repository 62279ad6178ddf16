package dev.kontor.connector.financeoperations.stock;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether the Inventory Visibility add-in answers, where stock is read from it. */
public final class VisibilityCheck {

  private static final String SUBJECT = "Inventory Visibility";

  /** No item has this number. */
  private static final String NONE = "-";

  private VisibilityCheck() {}

  public static List<Finding> findings(FnoSettings connection, Toolbox toolbox) {
    Optional<VisibilitySettings> settings = VisibilitySettings.of(connection);
    if (settings.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(asked(connection, settings.get(), toolbox));
    if (connection.sellsVariants() && settings.get().dimensions().isEmpty()) {
      findings.add(
          Finding.warning(
              "setting visibility.dimensions",
              "is empty, so that no variant has stock",
              "Name the product dimensions that the add-in's index has, e.g. colorId and sizeId."));
    }
    return findings;
  }

  private static Finding asked(
      FnoSettings connection, VisibilitySettings settings, Toolbox toolbox) {
    try {
      new VisibilityService(connection, settings, toolbox).levels(List.of(NONE));
      return Finding.ok(SUBJECT, "answers for environment " + settings.environment());
    } catch (FaultException e) {
      return Finding.error(
          SUBJECT,
          e.fault().message(),
          "Check setting visibility, and that the application is registered with the add-in; or"
              + " remove the setting, and stock is read from the environment itself.");
    }
  }
}
