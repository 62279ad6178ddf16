package dev.kontor.connector.businesscentral;

import dev.kontor.kit.ODataQuery;
import dev.kontor.spi.FaultException;
import dev.kontor.spi.Finding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Whether Business Central can announce changes to the hub. Nothing stops where it cannot. */
final class WebhookCheck {

  /** Of one environment (administration/operational-limits-online). */
  static final int MOST = 200;

  private static final String SUBJECT = "webhooks";

  private final Company company;
  private final Optional<HintDoor> door;

  WebhookCheck(Configuration configuration, Company company) {
    this.company = company;
    this.door = HintDoor.of(configuration);
  }

  void run(List<Finding> findings) {
    if (door.isEmpty()) {
      findings.add(
          Finding.ok(SUBJECT, "not used, changes are found by polling; setting doorUrl is empty"));
      return;
    }
    if (door.get().isReadByOthers()) {
      findings.add(
          Finding.warning(
              SUBJECT,
              "doorUrl is not https, so others can read the addresses and make the hub poll",
              "Put the doors behind a TLS proxy and use its https address."));
    }
    try {
      listed(door.get(), findings);
    } catch (FaultException e) {
      findings.add(
          Finding.warning(
              SUBJECT,
              "subscriptions cannot be read: " + e.fault().message(),
              "Grant the application rights to the page subscriptions, or remove doorUrl; polling"
                  + " goes on meanwhile."));
    }
  }

  private void listed(HintDoor own, List<Finding> findings) {
    List<JsonNode> rows = company.environment().all(ODataQuery.of(WebhookSubscriptions.SET));
    List<String> addresses = rows.stream().map(WebhookSubscriptions::address).toList();
    long mine = addresses.stream().filter(own::isOwn).count();
    long free = (long) MOST - addresses.size();
    if (free + mine < Watched.values().length) {
      findings.add(
          Finding.warning(
              SUBJECT,
              "%d of %d subscriptions of the environment are taken, too many for all of the hub's"
                  .formatted(addresses.size() - mine, MOST),
              "Have other applications give some up; what finds no place is found by polling."));
    }
    String others =
        addresses.stream()
            .flatMap(address -> own.otherHub(address).stream())
            .distinct()
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      findings.add(
          Finding.warning(
              SUBJECT,
              "another hub is told of this environment's changes, at " + others,
              "If it is one of yours, nothing is to be done. If this environment is a copy, or the"
                  + " hub has moved, delete those subscriptions; the hub never does."));
    }
    findings.add(Finding.ok(SUBJECT, mine + " subscriptions lead to this hub's door"));
  }
}
