package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which pages of the companion app are missing, and what does not work without each. */
final class CompanionCheck {

  private static final String INSTALL =
      "Install the companion app (connectors/business-central/companion), newest version, and grant"
          + " the application its permission set.";

  private final Configuration configuration;
  private final Company company;

  CompanionCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    List<String> missing =
        CompanionPages.WITHOUT.keySet().stream()
            .filter(page -> !company.companion().has(page))
            .toList();
    if (missing.size() == CompanionPages.WITHOUT.size()) {
      findings.add(
          Finding.warning(
              "companion app",
              "is not installed: "
                  + CompanionPages.WITHOUT.values().stream().collect(Collectors.joining("; ")),
              INSTALL));
    } else {
      missing.forEach(
          page ->
              findings.add(
                  Finding.warning(
                      "companion app",
                      "has no page " + page + ": " + CompanionPages.WITHOUT.get(page),
                      INSTALL)));
      CompanionPages.WITHOUT.keySet().stream()
          .filter(company.companion()::has)
          .forEach(p -> readable(p, findings));
    }
    settings(findings);
  }

  private void readable(String page, List<Finding> findings) {
    try {
      company.companion().client().page(ODataQuery.of(page).top(1), 1);
    } catch (FaultException e) {
      findings.add(
          Finding.error(
              "rights",
              page + " cannot be read: " + e.fault().message(),
              "Grant the application the companion app's permission set."));
    }
  }

  private void settings(List<Finding> findings) {
    @Nullable String language = configuration.ownLanguage();
    if (language == null && company.companion().has(ItemParts.TEXTS)) {
      findings.add(
          Finding.warning(
              "setting ownLanguage",
              "is not set, so descriptions without language are left out",
              "Set it to the language of the company's texts, e.g. de-DE."));
    }
  }
}
