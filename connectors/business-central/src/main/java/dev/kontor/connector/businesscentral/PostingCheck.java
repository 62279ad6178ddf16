package dev.kontor.connector.businesscentral;

import dev.kontor.spi.Finding;
import java.util.ArrayList;
import java.util.List;

/** Tells what the settings let the hub post, and which right that takes. */
final class PostingCheck {

  private static final String RIGHT =
      "; no page shows whether it has the right: without permission set D365 SALES DOC, POST the"
          + " first posting is refused and pauses its flow";

  private final Configuration configuration;
  private final Company company;

  PostingCheck(Configuration configuration, Company company) {
    this.configuration = configuration;
    this.company = company;
  }

  void run(List<Finding> findings) {
    List<String> posted = new ArrayList<>();
    switch (configuration.invoices()) {
      case NONE -> {}
      case SHIPPED -> posted.add("invoices of shipped orders");
      case SHIP_AND_INVOICE -> posted.add("invoices with shipments");
    }
    if (configuration.postsShipments()) {
      posted.add("shipments");
      without(findings);
    }
    if (configuration.postsCreditMemos()) {
      posted.add("credit memos");
    }
    findings.add(
        posted.isEmpty()
            ? Finding.ok("posting", "the settings let the hub post nothing")
            : Finding.ok("posting", "the hub may post " + String.join(", ", posted) + RIGHT));
  }

  private void without(List<Finding> findings) {
    if (!company.companion().has(OrderDetails.SET)) {
      boolean whole = configuration.invoices() == InvoiceRule.SHIP_AND_INVOICE;
      findings.add(
          Finding.warning(
              "setting shipments",
              "is post, but the companion app's page "
                  + OrderDetails.SET
                  + " is missing: "
                  + (whole
                      ? "only orders that left as a whole are posted, with their invoice and without"
                          + " tracking number"
                      : "nothing can be shipped without being invoiced"),
              "Install the companion app (connectors/business-central/companion)."));
    }
  }
}
