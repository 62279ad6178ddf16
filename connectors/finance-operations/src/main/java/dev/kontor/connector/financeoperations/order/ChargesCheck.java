package dev.kontor.connector.financeoperations.order;

import dev.kontor.connector.financeoperations.FnoSettings;
import dev.kontor.connector.financeoperations.api.FnoApi;
import dev.kontor.connector.financeoperations.datapackage.DataPackages;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import dev.kontor.spi.Toolbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether orders with charges of the header could be entered, as far as that can be read: charges
 * codes and data projects are in no public entity.
 */
public final class ChargesCheck {

  private static final String SUBJECT = "setting headerCharges";

  /** No execution has this id. */
  private static final String NONE = "kontor-check";

  private ChargesCheck() {}

  /** Empty without setting {@code headerCharges}. */
  public static List<Finding> findings(FnoSettings settings, FnoApi api, Toolbox toolbox) {
    Optional<String> project = ChargesProject.of(settings);
    if (project.isEmpty()) {
      return List.of();
    }
    List<Finding> findings = new ArrayList<>();
    TaxTable taxes = new TaxTable(settings.open().path("taxes"));
    new ChargeCodes(settings.open())
        .named()
        .filter(one -> !taxes.rates(one.getLast()))
        .forEach(one -> findings.add(untaxed(one.getFirst(), one.getLast())));
    findings.add(asked(new DataPackages(settings, api.actions(), toolbox, project.get())));
    return findings;
  }

  private static Finding untaxed(String code, String group) {
    return Finding.error(
        SUBJECT,
        "item sales tax group "
            + group
            + " of charges code "
            + code
            + " is in no row of setting taxes, so that no order with it could be foreseen",
        "Enter its rates in setting taxes, or correct the group.");
  }

  private static Finding asked(DataPackages packages) {
    try {
      packages.status(NONE);
      return Finding.ok(SUBJECT, "the package API answers");
    } catch (FaultException e) {
      return Finding.error(
          SUBJECT,
          "the package API does not answer: " + e.fault().message(),
          "Give the mapped user a role that may call the actions of DataManagementDefinitionGroups.");
    }
  }
}
